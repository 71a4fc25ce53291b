import { LRUCache } from 'lru-cache'
import { findShopIdByKey, findShopIdBySlug, getShop } from '@/db/queries/find-shop'
import type { ShopId } from '@/lib/core/ids'
import type { Context } from '@/lib/services/context'
import type { Shop } from '@/lib/shops/shop'

/** A changed shop shows on every instance within this time. */
const SHOP_CACHE_MS = 10_000

const shops = new LRUCache<ShopId, Shop, Context>({
  max: 5_000,
  ttl: SHOP_CACHE_MS,
  fetchMethod: (shopId, _stale, { context }) => getShop(context.db, shopId),
})

const idsBySlug = new LRUCache<string, ShopId>({ max: 5_000, ttl: SHOP_CACHE_MS })
const idsByKey = new LRUCache<string, ShopId>({ max: 5_000, ttl: SHOP_CACHE_MS })

/** A shop by id, at most 10 seconds old; throws for an id that is nobody's. */
export const getShopCached = (context: Context, shopId: ShopId): Promise<Shop> =>
  shops.forceFetch(shopId, { context })

const cachedFinder =
  (cache: LRUCache<string, ShopId>, find: (db: Context['db'], text: string) => Promise<ShopId | null>) =>
  async (context: Context, text: string): Promise<Shop | null> => {
    const shopId = cache.get(text) ?? (await find(context.db, text))
    if (!shopId) return null
    cache.set(text, shopId)
    return getShopCached(context, shopId)
  }

/** The shop of an address segment; null when nobody is called so. */
export const findShopBySlug = cachedFinder(idsBySlug, findShopIdBySlug)

/** The shop of a token's prefix. */
export const findShopByKey = cachedFinder(idsByKey, findShopIdByKey)
