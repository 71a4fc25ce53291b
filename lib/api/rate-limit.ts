/** How often one client may ask: `quota` requests in any `windowSeconds`, all at once if it likes. */
export type RatePolicy = {
  /** Names the policy in the headers. */
  name: string
  quota: number
  windowSeconds: number
}

/** What is left to a client. */
export type RateState = {
  /** Requests that may follow now. */
  remaining: number
  /** Until the whole quota is there again. */
  resetSeconds: number
  /** Until the next request may come; null while it may come now. */
  retryAfterSeconds: number | null
}

/** Rounding in the arithmetic and in the database's microseconds never costs a request. */
export const TOLERANCE_MS = 1

/** How long one request's share takes to come back, in milliseconds. */
export const shareMs = ({ quota, windowSeconds }: RatePolicy): number => (windowSeconds * 1000) / quota

export const windowMs = ({ windowSeconds }: RatePolicy): number => windowSeconds * 1000

/**
 * The generic cell rate algorithm: a client is one instant, that at which its whole quota is there again. Each request moves
 * it by a share, and may not move it further ahead than the window. Returns the new instant (ms since the epoch); null refuses.
 */
export function spend(policy: RatePolicy, fullAt: number | null, now: number, cost = 1): number | null {
  const next = Math.max(fullAt ?? now, now) + cost * shareMs(policy)
  return next <= now + windowMs(policy) + TOLERANCE_MS ? next : null
}

/** What an instant says; `held` requests are paid already and still to be made. */
export function rateState(policy: RatePolicy, fullAt: number, now: number, held = 0): RateState {
  const share = shareMs(policy)
  const used = Math.max(0, fullAt - now)
  const remaining = Math.max(0, Math.floor((windowMs(policy) + TOLERANCE_MS - used) / share)) + held
  const wait = used + share - windowMs(policy)
  return {
    remaining: Math.min(remaining, policy.quota),
    resetSeconds: Math.ceil(Math.max(0, used - held * share) / 1000),
    retryAfterSeconds: remaining > 0 ? null : Math.max(1, Math.ceil(wait / 1000)),
  }
}
