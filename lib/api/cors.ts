/** How long a browser may remember a preflight; Chromium's longest, https://fetch.spec.whatwg.org/#http-access-control-max-age */
const MAX_AGE_SECONDS = 7200

const EXPOSED = 'ETag, Idempotency-Replayed, Location, RateLimit, RateLimit-Policy, Retry-After'

/** What a shopper's address may be asked for. */
export type ShopperMethod = 'GET' | 'POST'

const ASKED_WITH = {
  GET: ['Accept-Language', 'If-None-Match'],
  POST: ['Accept-Language', 'Content-Type', 'Idempotency-Key'],
} as const satisfies Record<ShopperMethod, readonly string[]>

/** The methods of an address in full: who reads may ask for the head alone. */
export const methodsOf = (methods: readonly ShopperMethod[]): string[] =>
  methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))

function originOf(address: string): string | null {
  const { origin } = new URL(address)
  return origin === 'null' ? null : origin
}

type Sites = { embedOrigins: readonly string[]; primaryHost: string | null }

/** Whether a page of that origin may read a shop's shopper answers: where the shop may frame, it may read. */
export const mayRead = ({ embedOrigins, primaryHost }: Sites, origin: string): boolean =>
  (primaryHost !== null && origin === `https://${primaryHost}`) ||
  embedOrigins.some((address) => originOf(address) === origin)

/** Lets a page of an origin read an answer; nothing for others. Cookies never count. */
export const readHeaders = (shop: Sites | null, origin: string | null): Record<string, string> =>
  shop && origin && mayRead(shop, origin)
    ? { 'access-control-allow-origin': origin, 'access-control-expose-headers': EXPOSED }
    : {}

/** Answers a browser that asks before it asks. */
export const preflightHeaders = (
  shop: Sites | null,
  origin: string | null,
  methods: readonly ShopperMethod[],
): Record<string, string> =>
  shop && origin && mayRead(shop, origin)
    ? {
        'access-control-allow-origin': origin,
        'access-control-allow-methods': methodsOf(methods).join(', '),
        'access-control-allow-headers': [...new Set(methods.flatMap((method) => ASKED_WITH[method]))].join(
          ', ',
        ),
        'access-control-max-age': String(MAX_AGE_SECONDS),
      }
    : {}
