import type { SharedParameter } from '@/lib/api/operation'
import { LOCALES } from '@/lib/i18n/locales'
import type { Json } from './json-schemas'

/** Parameters that several operations take. */
export const PARAMETERS = {
  locale: {
    name: 'locale',
    in: 'query',
    description:
      'The language of the words; without it the order’s, then `Accept-Language`, then the shop’s default.',
    schema: { type: 'string', enum: [...LOCALES] },
  },
  acceptLanguage: {
    name: 'Accept-Language',
    in: 'header',
    description: 'The reader’s languages, where `locale` is left out.',
    schema: { type: 'string' },
  },
  ifNoneMatch: {
    name: 'If-None-Match',
    in: 'header',
    description: 'The `ETag` of the version that is at hand.',
    schema: { type: 'string' },
  },
  idempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    description:
      'Makes sending again safe: for 24 hours the same key with the same body, byte for byte, at the same address gets the same ' +
      'answer, with `Idempotency-Replayed: true`. Another body is refused with 422; while the first request runs, 409. Answers of ' +
      '500 and above aren’t kept.',
    schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[\\x21-\\x7E]+$' },
  },
} as const satisfies Record<SharedParameter, Json>

/** Headers of answers. */
export const HEADERS = {
  ETag: { description: 'The version of this answer.', schema: { type: 'string' } },
  Location: { description: 'The address of what was made.', schema: { type: 'string', format: 'uri' } },
  IdempotencyReplayed: {
    description: '`true` where a kept answer is given again.',
    schema: { type: 'string', const: 'true' },
  },
  RateLimitPolicy: {
    description:
      'The quota `q` of requests in a window of `w` seconds (draft-ietf-httpapi-ratelimit-headers-10): `"merchant";q=600;w=60`.',
    schema: { type: 'string' },
  },
  RateLimit: {
    description:
      'The requests `r` that remain, and the seconds `t` until all of them are there again: `"merchant";r=598;t=1`. Left out ' +
      'where clients can’t be told apart.',
    schema: { type: 'string' },
  },
  RetryAfter: { description: 'Seconds to wait before the next try.', schema: { type: 'integer' } },
} as const satisfies Record<string, Json>

/** How an answer's header is written on the wire. */
export const HEADER_NAMES = {
  ETag: 'ETag',
  Location: 'Location',
  IdempotencyReplayed: 'Idempotency-Replayed',
  RateLimitPolicy: 'RateLimit-Policy',
  RateLimit: 'RateLimit',
  RetryAfter: 'Retry-After',
} as const satisfies Record<keyof typeof HEADERS, string>

export const MERCHANT_KEY = 'merchantKey'

export const SECURITY_SCHEMES = {
  [MERCHANT_KEY]: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'ds_…',
    description:
      'A key of the shop. Shoppers need none: the token in the path of `/api/v1/o/{token}` is their key.',
  },
} as const satisfies Record<string, Json>
