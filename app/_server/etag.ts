import { createHash } from 'node:crypto'
import type { OrderVersion } from '@/db/queries/read-order'
import type { Shop } from '@/lib/shops/shop'
import { BUILD_ID } from './build-id'

/** A strong tag over everything that decides a document's bytes. */
export const etagOf = (...parts: (string | number | null)[]): string =>
  `"${createHash('sha256')
    .update([BUILD_ID, ...parts].join('|'))
    .digest('base64url')
    .slice(0, 22)}"`

/** The tag of an order's page and of its JSON: of the shop as it is known here and as it is by now, since slots are read with the order. */
export const orderEtag = (
  shop: Pick<Shop, 'version'>,
  locale: string,
  order: Pick<OrderVersion, 'id' | 'version' | 'shopVersion'>,
  validUntil: string | null,
): string => etagOf(shop.version, order.shopVersion, locale, order.id, order.version, validUntil)

/** Whether the asker already holds that version. */
export const matches = (request: Request, etag: string): boolean =>
  (request.headers.get('if-none-match') ?? '')
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''))
    .includes(etag)

/** JSON with its tag: 304 without a body when it is unchanged. */
export function taggedJson(
  request: Request,
  etag: string,
  body: () => unknown,
  headers: Record<string, string>,
): Response {
  const common = { etag, ...headers }
  return matches(request, etag)
    ? new Response(null, { status: 304, headers: common })
    : Response.json(body(), { headers: common })
}
