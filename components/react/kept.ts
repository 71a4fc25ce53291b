import { pollDelay } from '@/components/parcel/live/poll-delay'
import type { Answer, Problem } from '@/lib/client/answer'

/** What was last heard, and when it last changed. */
export type Kept<T> = {
  /** Null: there is nothing at that address. */
  value: T | null
  etag: string | null
  /** Milliseconds since 1970. */
  changedAt: number
  /** Nothing new is expected. */
  final: boolean
}

/** The server refused; the latest good answer stays. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  constructor(readonly problem: Problem) {
    super(problem.detail ?? problem.title)
  }
}

/** Takes an answer over; an unchanged one leaves what is kept the same object, so that nothing renders again. */
export function keep<T>(
  answer: Answer<T>,
  previous: Kept<T> | undefined,
  isFinal: (value: T) => boolean,
  now: number,
): Kept<T> {
  if (answer.ok)
    return { value: answer.value, etag: answer.etag, changedAt: now, final: isFinal(answer.value) }
  if (answer.error === 'problem') throw new ProblemError(answer.problem)
  if (answer.error === 'not_modified' && previous) return previous
  return { value: null, etag: null, changedAt: now, final: true }
}

/** Milliseconds until the next look, in the rhythm of the hosted pages; 0: never. */
export const nextLook = (kept: Kept<unknown> | undefined): number =>
  kept?.final
    ? 0
    : pollDelay({ sinceChange: kept ? Date.now() - kept.changedAt : 0, hidden: document.hidden, failures: 0 })

/** Milliseconds until the next try after failures in a row; never sooner than the server asks. */
export function nextTry(error: unknown, failures: number): number {
  const asked = error instanceof ProblemError ? (error.problem.retryAfterSeconds ?? 0) * 1000 : 0
  return Math.max(asked, pollDelay({ sinceChange: 0, hidden: document.hidden, failures }))
}
