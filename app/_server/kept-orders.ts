import { LRUCache } from 'lru-cache'
import { findWalletCertificate } from '@/db/queries/find-wallet-certificate'
import { listOrderReturns } from '@/db/queries/list-order-returns'
import { findOrderPage, findOrderVersion } from '@/db/queries/read-order'
import { withShop } from '@/db/with-shop'
import { sha256 } from '@/lib/core/keyring'
import type { Locale } from '@/lib/i18n/locales'
import { ownOrigins } from '@/lib/measuring/own-origins'
import type { Source } from '@/lib/measuring/source'
import type { Context } from '@/lib/services/context'
import { returnToken } from '@/lib/services/returns/return-links'
import { canSign } from '@/lib/services/wallet-identity'
import { addressesOf, type Stand } from '@/lib/shops/addresses'
import type { Shop } from '@/lib/shops/shop'
import { parseToken } from '@/lib/shops/token'
import { renderOrder } from './order-document'
import type { RenderedDocument } from './render-document'
import { pictureless, shownSlots } from './slots/render-slots'

/** An order's page, and what is counted when somebody has opened it. */
type OrderPage = {
  page: RenderedDocument
  shown: readonly Source[]
  /** Products whose picture we don't have yet. */
  pictureless: readonly string[]
}

type Kept = OrderPage & {
  version: number
  /** The shop's, as it was known here, and as it was when the slots were read. */
  shopVersions: readonly [number, number]
  /** Milliseconds. */
  until: number
}

/** A catalogue changes without its orders: prices and stock on a page are at most so old. */
const PRODUCTS_KEPT_MS = 5 * 60_000

/** Pages of the last readers, some tens of kilobytes each. */
const pages = new LRUCache<string, Kept>({
  maxSize: 50_000_000,
  sizeCalculation: ({ page }) => page.html.length,
})

/**
 * The page behind an order's link; null when the link opens nothing in this shop. A page that is kept is asked one cheap
 * question, the versions of the order and of its shop, and is always right: on any number of instances, with nothing to invalidate.
 */
export async function orderPage(
  context: Context,
  shop: Shop,
  locale: Locale,
  { stand, origin }: { stand: Stand; origin: string },
  text: string,
): Promise<OrderPage | null> {
  const token = parseToken(text)
  if (!token || token.shopKey !== shop.key) return null
  const hash = sha256(token.bits)
  // Every link of the page begins with these two.
  const key = [hash, origin, addressesOf(stand).lookUp(locale)].join('|')
  const now = context.now()
  const kept = pages.get(key)
  return withShop(context.db, shop.id, async (tx) => {
    if (kept && kept.shopVersions[0] === shop.version && now.getTime() < kept.until) {
      const current = await findOrderVersion(tx, shop.id, hash)
      if (current?.version === kept.version && current.shopVersion === kept.shopVersions[1]) return kept
    }
    const order = await findOrderPage(tx, shop.id, hash, [...ownOrigins(shop)])
    if (!order) return null
    const hasWallet = canSign(await findWalletCertificate(tx, shop.id), context.keyring, now)
    const returns = (await listOrderReturns(tx, shop.id, order.id)).map(({ id, number, state }) => ({
      number,
      state,
      // A link that only looks leads to none that acts.
      href:
        order.scope === 'act'
          ? addressesOf(stand).return(locale, returnToken(context.keyring, shop.key, id), number)
          : null,
    }))
    const { keyring } = context
    const facts = { keyring, shop, locale, stand, origin, token: text, order, hasWallet, returns, now }
    const { page, slots, validUntil } = await renderOrder(facts)
    const { products } = order.slots
    const fresh: Kept = {
      page,
      shown: shownSlots(slots),
      pictureless: pictureless(slots),
      version: order.version,
      shopVersions: [shop.version, order.shopVersion],
      until: Math.min(
        validUntil === null ? Number.POSITIVE_INFINITY : Date.parse(validUntil),
        products.length === 0 ? Number.POSITIVE_INFINITY : now.getTime() + PRODUCTS_KEPT_MS,
      ),
    }
    pages.set(key, fresh)
    return fresh
  })
}
