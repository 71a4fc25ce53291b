import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { lookupApiKeys, lookupEndpoints, lookupHosts, lookupShops, shops } from '@/db/schema'
import { withShop } from '@/db/with-shop'
import { parseShopId, type ShopId } from '@/lib/core/ids'
import type { Shop } from '@/lib/shops/shop'

const first = (rows: { shopId: string }[]): ShopId | null => (rows[0] ? parseShopId(rows[0].shopId) : null)

export const findShopIdBySlug = async (db: Database, slug: string): Promise<ShopId | null> =>
  first(await db.select({ shopId: lookupShops.shopId }).from(lookupShops).where(eq(lookupShops.slug, slug)))

export const findShopIdByKey = async (db: Database, key: string): Promise<ShopId | null> =>
  first(await db.select({ shopId: lookupShops.shopId }).from(lookupShops).where(eq(lookupShops.key, key)))

export const findShopIdByHost = async (db: Database, host: string): Promise<ShopId | null> =>
  first(await db.select({ shopId: lookupHosts.shopId }).from(lookupHosts).where(eq(lookupHosts.host, host)))

export const findShopIdByEndpoint = async (db: Database, endpointId: string): Promise<ShopId | null> =>
  first(
    await db.select({ shopId: lookupEndpoints.shopId }).from(lookupEndpoints).where(eq(lookupEndpoints.endpointId, endpointId)),
  )

export const findShopIdByApiKey = async (db: Database, keyHash: string): Promise<ShopId | null> =>
  first(await db.select({ shopId: lookupApiKeys.shopId }).from(lookupApiKeys).where(eq(lookupApiKeys.keyHash, keyHash)))

/** A shop with its settings; throws when the id is nobody's. */
export async function getShop(db: Database, shopId: ShopId): Promise<Shop> {
  const [row] = await withShop(db, shopId, (tx) => tx.select().from(shops).where(eq(shops.shopId, shopId)))
  if (!row) throw new Error(`shop ${shopId} does not exist`)
  return { ...row.settings, id: shopId, slug: row.slug, key: row.key, version: row.version }
}
