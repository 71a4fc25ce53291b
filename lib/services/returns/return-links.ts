import { tokens } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import { type Keyring, sha256 } from '@/lib/core/keyring'
import type { Locale } from '@/lib/i18n/locales'
import type { Context } from '@/lib/services/context'
import { addressesOf } from '@/lib/shops/addresses'
import type { Shop } from '@/lib/shops/shop'
import { formatToken } from '@/lib/shops/token'

const PURPOSE = 'return'
const GENERATION = 1

const bitsOf = (keyring: Keyring, returnId: string) => keyring.tokenBits(PURPOSE, returnId, GENERATION)

/** The text of a return's link; the same return gives the same text again. */
export const returnToken = (keyring: Keyring, shopKey: string, returnId: string): string =>
  formatToken({ shopKey, bits: bitsOf(keyring, returnId) })

/** Lets a return's link in. */
export async function admitReturnToken(
  tx: ShopTx,
  keyring: Keyring,
  shopId: ShopId,
  returnId: string,
  now: Date,
): Promise<void> {
  await tx.insert(tokens).values({
    shopId,
    tokenHash: sha256(bitsOf(keyring, returnId)),
    purpose: PURPOSE,
    subject: returnId,
    scope: 'act',
    generation: GENERATION,
    createdAt: now,
  })
}

/** Where a shopper follows a return, on the shop's own host if it has one. */
export function returnLinks(
  { keyring, origin }: Context,
  shop: Shop,
  returnId: string,
  number: string,
  locale: Locale | null,
): { return: string } {
  const token = returnToken(keyring, shop.key, returnId)
  const language = locale && shop.locales.includes(locale) ? locale : shop.defaultLocale
  const page = shop.primaryHost
    ? `https://${shop.primaryHost}${addressesOf({ kind: 'own-host' }).return(language, token, number)}`
    : `${origin}${addressesOf({ kind: 'hosted', slug: shop.slug }).return(language, token, number)}`
  return { return: page }
}
