/** Every expected error of the API: its HTTP status and its title for people (RFC 9457). */
export const ERROR_CODES = {
  invalid_body: { status: 422, title: 'The body has fields that can’t be used' },
  invalid_query: { status: 400, title: 'The address has parameters that can’t be used' },
  not_json: { status: 400, title: 'The body is not JSON' },
  too_large: { status: 413, title: 'The body is too large' },
  unauthorized: { status: 401, title: 'The request is not signed by a known key' },
  forbidden: { status: 403, title: 'The key may not do that' },
  proof_needed: { status: 403, title: 'This link may look and not act' },
  foreign_origin: { status: 403, title: 'Pages of this origin may not write for the shop' },
  not_found: { status: 404, title: 'There is nothing at this address' },
  method_not_allowed: { status: 405, title: 'This address does not take that method' },
  conflict: { status: 409, title: 'The request contradicts what is stored' },
  stale: { status: 409, title: 'It has changed since the version that was named' },
  wrong_state: { status: 409, title: 'It stands where that can’t be done, or no longer' },
  sum_changed: { status: 409, title: 'The sum is another than the one that was seen' },
  unsupported_media_type: { status: 415, title: 'The body is not sent as application/json' },
  own_host: { status: 422, title: 'The host is Doorstep’s own' },
  host_taken: { status: 409, title: 'The host serves another shop' },
  host_unproven: { status: 422, title: 'Nothing proves yet that the host is yours' },
  invalid_idempotency_key: {
    status: 400,
    title: 'The Idempotency-Key is not 1 to 255 visible ASCII characters',
  },
  idempotency_key_reused: { status: 422, title: 'The Idempotency-Key was used with another body' },
  idempotency_key_running: { status: 409, title: 'The request with this Idempotency-Key is still running' },
  rate_limited: { status: 429, title: 'Too many requests' },
  too_many_attempts: { status: 429, title: 'Too many attempts' },
  keys_unavailable: { status: 503, title: 'The keys to verify the signature can’t be fetched now' },
  unavailable: { status: 503, title: 'The database does not answer' },
  internal: { status: 500, title: 'Something went wrong on our side' },
} as const satisfies Record<string, { status: number; title: string }>

export type ErrorCode = keyof typeof ERROR_CODES
