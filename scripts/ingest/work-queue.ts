export type WorkQueue<T> = {
  /** Takes a piece of work, and leaves the oldest that waits to others when there are too many. */
  push: (piece: T) => void
  /** Finishes what is begun and begins nothing more. */
  stop: () => Promise<void>
}

/**
 * Does pieces of work a few at a time, the newest first: under a flood fresh news stays fresh, and the sweeper, who begins
 * with the oldest, comes from the other end. `work` must not throw.
 */
export function createWorkQueue<T>(
  work: (piece: T) => Promise<void>,
  { concurrency, capacity }: { concurrency: number; capacity: number },
): WorkQueue<T> {
  const waiting: T[] = []
  const lanes = new Set<Promise<void>>()
  let stopped = false

  const lane = async (): Promise<void> => {
    for (let piece = waiting.pop(); piece !== undefined; piece = waiting.pop()) await work(piece)
  }

  return {
    push: (piece) => {
      if (stopped) return
      waiting.push(piece)
      if (waiting.length > capacity) waiting.shift()
      if (lanes.size >= concurrency) return
      const running = lane().finally(() => lanes.delete(running))
      lanes.add(running)
    },
    stop: async () => {
      stopped = true
      waiting.length = 0
      await Promise.all(lanes)
    },
  }
}
