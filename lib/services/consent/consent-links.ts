import { tokens } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { MarketingPurpose } from '@/lib/consent/purpose'
import type { ShopId } from '@/lib/core/ids'
import { type Keyring, sha256 } from '@/lib/core/keyring'
import type { Locale } from '@/lib/i18n/locales'
import type { Context } from '@/lib/services/context'
import { type Addresses, addressesOf } from '@/lib/shops/addresses'
import type { Shop } from '@/lib/shops/shop'
import { formatToken } from '@/lib/shops/token'

/** `preferences`: of a recipient. `confirm`: of a request in the log. */
type ConsentPurpose = 'preferences' | 'confirm'

const GENERATION = 1

const bitsOf = (keyring: Keyring, purpose: ConsentPurpose, subject: string): string =>
  keyring.tokenBits(purpose, subject, GENERATION)

/** The text of such a link; the same subject gives the same text again, so mails can make it anew. */
export const consentToken = (
  keyring: Keyring,
  shopKey: string,
  purpose: ConsentPurpose,
  subject: string,
): string => formatToken({ shopKey, bits: bitsOf(keyring, purpose, subject) })

/** Lets a link in: writes its hash, nothing else. */
export async function admitConsentToken(
  tx: ShopTx,
  keyring: Keyring,
  shopId: ShopId,
  { purpose, subject }: { purpose: ConsentPurpose; subject: string },
  now: Date,
): Promise<void> {
  const tokenHash = sha256(bitsOf(keyring, purpose, subject))
  await tx
    .insert(tokens)
    .values({ shopId, tokenHash, purpose, subject, scope: 'act', generation: GENERATION, createdAt: now })
    .onConflictDoNothing({ target: [tokens.shopId, tokens.tokenHash] })
}

const onOwnHost = ({ origin }: Context, shop: Shop, path: (addresses: Addresses) => string): string =>
  shop.primaryHost
    ? `https://${shop.primaryHost}${path(addressesOf({ kind: 'own-host' }))}`
    : `${origin}${path(addressesOf({ kind: 'hosted', slug: shop.slug }))}`

const spoken = (shop: Shop, locale: Locale): Locale =>
  shop.locales.includes(locale) ? locale : shop.defaultLocale

/** Where a request is confirmed: what its mail says. */
export const confirmLink = (context: Context, shop: Shop, requestId: string, locale: Locale): string => {
  const token = consentToken(context.keyring, shop.key, 'confirm', requestId)
  return onOwnHost(context, shop, (addresses) => addresses.confirm(spoken(shop, locale), token))
}

/**
 * What every message that advertises carries: the preferences, and the address of its `List-Unsubscribe` header, which also
 * takes a mailbox provider's one-click POST (RFC 8058). `token`: an order's that may act, or a recipient's.
 */
export const messageLinks = (
  context: Context,
  shop: Shop,
  token: string,
  { locale, purpose }: { locale: Locale; purpose: MarketingPurpose },
): { preferences: string; stop: string } => ({
  preferences: onOwnHost(context, shop, (addresses) => addresses.preferences(spoken(shop, locale), token)),
  stop: onOwnHost(context, shop, (addresses) => addresses.stop(spoken(shop, locale), token, purpose)),
})
