export type WorkQueue<T> = {
  /** Takes a piece of work; false when too much waits already. */
  push: (piece: T) => boolean
  /** Settles when nothing is left. */
  idle: () => Promise<void>
}

/** Does pieces of work a few at a time, in the order they came, and keeps at most `capacity` waiting. `work` must not throw. */
export function createWorkQueue<T>(
  work: (piece: T) => Promise<void>,
  { concurrency, capacity }: { concurrency: number; capacity: number },
): WorkQueue<T> {
  const waiting: T[] = []
  const resting: (() => void)[] = []
  let busy = 0

  const next = async (): Promise<void> => {
    busy++
    for (let piece = waiting.shift(); piece !== undefined; piece = waiting.shift()) await work(piece)
    busy--
    if (busy === 0) for (const resolve of resting.splice(0)) resolve()
  }

  return {
    push: (piece) => {
      if (waiting.length >= capacity) return false
      waiting.push(piece)
      if (busy < concurrency) void next()
      return true
    },
    idle: () => new Promise((resolve) => (busy === 0 ? resolve() : resting.push(resolve))),
  }
}
