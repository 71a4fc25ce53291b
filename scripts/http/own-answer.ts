import type { ServerResponse } from 'node:http'

/** Headers between the framework's own parts that it leaves in its answers: they tell the path behind a rewritten address. */
const INTERNAL: ReadonlySet<string> = new Set(['x-middleware-rewrite', 'x-middleware-next'])

/** Keeps the framework's own headers inside. */
export function ownAnswer(response: ServerResponse): void {
  const set = response.setHeader.bind(response)
  response.setHeader = (name, value) => (INTERNAL.has(name.toLowerCase()) ? response : set(name, value))
}
