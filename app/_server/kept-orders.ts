import { LRUCache } from 'lru-cache'
import { findWalletCertificate } from '@/db/queries/find-wallet-certificate'
import { listOrderReturns } from '@/db/queries/list-order-returns'
import { findOrderByToken, findOrderVersion } from '@/db/queries/read-order'
import { withShop } from '@/db/with-shop'
import { sha256 } from '@/lib/core/keyring'
import type { Locale } from '@/lib/i18n/locales'
import type { Context } from '@/lib/services/context'
import { returnToken } from '@/lib/services/returns/return-links'
import { canSign } from '@/lib/services/wallet-identity'
import { addressesOf, type Stand } from '@/lib/shops/addresses'
import type { Shop } from '@/lib/shops/shop'
import { parseToken } from '@/lib/shops/token'
import { renderOrder } from './order-document'
import type { RenderedDocument } from './render-document'

type Kept = { page: RenderedDocument; version: number; shopVersion: number; validUntil: string | null }

/** Pages of the last readers, some tens of kilobytes each. */
const pages = new LRUCache<string, Kept>({
  maxSize: 50_000_000,
  sizeCalculation: ({ page }) => page.html.length,
})

/**
 * The page behind an order's link; null when the link opens nothing in this shop. A page that is kept is asked one cheap
 * question, the order's version, and is always right: on any number of instances, with nothing to invalidate.
 */
export async function orderPage(
  context: Context,
  shop: Shop,
  locale: Locale,
  { stand, origin }: { stand: Stand; origin: string },
  text: string,
): Promise<RenderedDocument | null> {
  const token = parseToken(text)
  if (!token || token.shopKey !== shop.key) return null
  const hash = sha256(token.bits)
  // Every link of the page begins with these two.
  const key = [hash, origin, addressesOf(stand).lookUp(locale)].join('|')
  const now = context.now()
  const kept = pages.get(key)
  return withShop(context.db, shop.id, async (tx) => {
    if (
      kept &&
      kept.shopVersion === shop.version &&
      (kept.validUntil === null || now < new Date(kept.validUntil))
    ) {
      const current = await findOrderVersion(tx, shop.id, hash)
      if (current?.version === kept.version) return kept.page
    }
    const order = await findOrderByToken(tx, shop.id, hash)
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
    const facts = { shop, locale, stand, origin, token: text, order, hasWallet, returns, now }
    const { page, validUntil } = await renderOrder(facts)
    pages.set(key, { page, version: order.version, shopVersion: shop.version, validUntil })
    return page
  })
}
