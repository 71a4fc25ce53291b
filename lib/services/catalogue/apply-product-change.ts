import { and, asc, eq, gt, isNull, lte, notInArray } from 'drizzle-orm'
import { productFeeds, productItems } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ProductChange } from '@/lib/catalogue/product-change'
import type { ShopId } from '@/lib/core/ids'
import { logger } from '@/lib/core/logger'
import { markItemsGone } from './mark-gone'
import { touchItems, writeItems } from './write-items'

/** What a webhook leaves unsaid: where the storefront is, and what it sells in. */
async function siteOf(tx: ShopTx, shopId: ShopId, kind: 'shopify') {
  const [feed] = await tx
    .select({ name: productFeeds.name, url: productFeeds.url, settings: productFeeds.settings })
    .from(productFeeds)
    .where(and(eq(productFeeds.shopId, shopId), eq(productFeeds.kind, kind)))
    .orderBy(asc(productFeeds.name))
    .limit(1)
  const currency = feed?.settings.currency
  return feed && currency ? { source: feed.name, origin: new URL(feed.url).origin, currency } : null
}

/** Whether anything of the product was told as of later: then all of what is said here is old, what it has and what it lacks. */
async function isKnownLater(tx: ShopTx, shopId: ShopId, product: string, at: Date): Promise<boolean> {
  const later = await tx
    .select({ key: productItems.key })
    .from(productItems)
    .where(
      and(eq(productItems.shopId, shopId), eq(productItems.product, product), gt(productItems.seenAt, at)),
    )
    .limit(1)
  return later.length > 0
}

/**
 * Writes what a platform's webhook says of one product; variants that it no longer has are gone. Word that is older than what is
 * known changes nothing, so that deliveries may come in any order, and again. Throws while the shop has no feed of that platform,
 * which names the storefront and its currency: the delivery is kept, and can be replayed.
 */
export async function applyProductChange(
  tx: ShopTx,
  shopId: ShopId,
  { product, at: told, entries, others }: ProductChange,
  receivedAt: Date,
  now: Date,
): Promise<void> {
  const site = await siteOf(tx, shopId, 'shopify')
  if (!site) throw new Error('the shop has no feed of kind shopify, which names its storefront and currency')
  const at = told !== null && told < receivedAt ? told : receivedAt
  if (await isKnownLater(tx, shopId, product, at)) return
  const read = entries(site)
  const telling = { source: site.source, at, once: false }
  const items = read.flatMap((entry) => ('item' in entry ? [entry.item] : []))
  await writeItems(tx, shopId, items, telling, now)
  const refused = read.flatMap((entry) => ('why' in entry ? [entry] : []))
  for (const { place, id, why } of refused) logger.warn('product refused', { shopId, place, id, why })
  const named = refused.flatMap(({ id }) => id ?? [])
  await touchItems(tx, shopId, named, telling)
  const sold = [...items.map(({ key }) => key), ...named, ...others]
  const left = await tx
    .select({ key: productItems.key, product: productItems.product })
    .from(productItems)
    .where(
      and(
        eq(productItems.shopId, shopId),
        eq(productItems.product, product),
        lte(productItems.seenAt, at),
        isNull(productItems.goneAt),
        sold.length > 0 ? notInArray(productItems.key, sold) : undefined,
      ),
    )
    .orderBy(asc(productItems.key))
  await markItemsGone(tx, shopId, left, now)
}
