/** How long an answer is kept for a request that comes again. */
export const KEPT_SECONDS = 24 * 3600

/** Longer than any request takes: a run that is older without an answer was broken off. */
export const RUN_SECONDS = 60

const VISIBLE_ASCII = /^[\x21-\x7e]{1,255}$/

/** An `Idempotency-Key` as a client wrote it; null when it isn't 1 to 255 visible ASCII characters. */
export const parseIdempotencyKey = (text: string): string | null => (VISIBLE_ASCII.test(text) ? text : null)

/** What is known of a key. */
export type HeldKey = { requestHash: string; status: number | null; runningUntil: Date; expiresAt: Date }

export type IdempotencyStep =
  /** Nobody has it, or not any more: run. */
  | 'run'
  /** The same request was answered: say it again. */
  | 'replay'
  /** The key stands for another body. */
  | 'other_body'
  /** The same request runs just now. */
  | 'running'

/** What to do with a request whose key is known. */
export function idempotencyStep(held: HeldKey, requestHash: string, now: Date): IdempotencyStep {
  if (held.expiresAt <= now) return 'run'
  if (held.requestHash !== requestHash) return 'other_body'
  if (held.status !== null) return 'replay'
  return held.runningUntil <= now ? 'run' : 'running'
}

/** Whether an answer is the request's last word: our own failures aren't, the same key may try again. */
export const isKept = (status: number): boolean => status < 500
