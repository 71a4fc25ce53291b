import { tokens } from '@/db/schema'
import type { TokenScope } from '@/db/schema/tokens'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import { type Keyring, sha256 } from '@/lib/core/keyring'
import type { Locale } from '@/lib/i18n/locales'
import { addressesOf } from '@/lib/shops/addresses'
import type { Shop } from '@/lib/shops/shop'
import { formatToken } from '@/lib/shops/token'
import type { Context } from './context'

const SCOPES: readonly TokenScope[] = ['view', 'act']
const GENERATION = 1

const purposeOf = (scope: TokenScope) => `order:${scope}`

const bitsOf = (keyring: Keyring, orderId: string, scope: TokenScope) =>
  keyring.tokenBits(purposeOf(scope), orderId, GENERATION)

/** The text of an order's link; the same order and scope give the same text again, so mails can make it anew. */
export const orderToken = (keyring: Keyring, shopKey: string, orderId: string, scope: TokenScope): string =>
  formatToken({ shopKey, bits: bitsOf(keyring, orderId, scope) })

/** Lets an order's links in: writes their hashes, nothing else. */
export async function admitOrderTokens(
  tx: ShopTx,
  keyring: Keyring,
  shopId: ShopId,
  orderId: string,
  now: Date,
): Promise<void> {
  await tx
    .insert(tokens)
    .values(
      SCOPES.map((scope) => ({
        shopId,
        tokenHash: sha256(bitsOf(keyring, orderId, scope)),
        purpose: 'order',
        subject: orderId,
        scope,
        generation: GENERATION,
        createdAt: now,
      })),
    )
    .onConflictDoNothing({ target: [tokens.shopId, tokens.tokenHash] })
}

/** The links that a merchant puts into a mail, on the shop's own host if it has one: they may act, since the mail reached the shopper. */
export function orderLinks(
  { keyring, origin }: Context,
  shop: Shop,
  orderId: string,
  locale: Locale | null,
  scope: TokenScope = 'act',
): { order: string; json: string } {
  const token = orderToken(keyring, shop.key, orderId, scope)
  const language = locale && shop.locales.includes(locale) ? locale : shop.defaultLocale
  const order = shop.primaryHost
    ? `https://${shop.primaryHost}${addressesOf({ kind: 'own-host' }).order(language, token)}`
    : `${origin}${addressesOf({ kind: 'hosted', slug: shop.slug }).order(language, token)}`
  return {
    order,
    json: `${origin}/api/v1/o/${token}`,
  }
}
