/** Stands in for `next/server`: what a route does after its answer waits here, as it would in a server that is busy. */
const waiting: (() => Promise<unknown>)[] = []

export const after = (work: () => Promise<unknown>): void => {
  waiting.push(work)
}

/** Does what waits, in the order it was left. */
export async function runAfter(): Promise<void> {
  for (let work = waiting.shift(); work; work = waiting.shift()) await work()
}

/** Forgets what waits: the process ended between its answer and the work. */
export const crashAfter = (): void => {
  waiting.length = 0
}
