import type { RatePolicy, RateState } from './rate-limit'

/**
 * What a client is told of its quota, in the fields of
 * https://datatracker.ietf.org/doc/html/draft-ietf-httpapi-ratelimit-headers-10 (September 2025): the policy's quota `q` and window
 * `w`, the requests `r` that remain and the seconds `t` until all are there again. Null: this client can't be counted.
 */
export function rateHeaders(policy: RatePolicy, state: RateState | null): Record<string, string> {
  const { name, quota, windowSeconds } = policy
  return {
    'ratelimit-policy': `"${name}";q=${quota};w=${windowSeconds}`,
    ...(state && { ratelimit: `"${name}";r=${state.remaining};t=${state.resetSeconds}` }),
    ...(state?.retryAfterSeconds && { 'retry-after': String(state.retryAfterSeconds) }),
  }
}
