import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { lookupApiKeys, lookupEndpoints, lookupHosts, lookupShops, shops } from '@/db/schema'
import { withShop } from '@/db/with-shop'
import { parseShopId, type ShopId } from '@/lib/core/ids'
import type { Shop } from '@/lib/shops/shop'

type Found = { shopId: string }[]

/** The shop of a text that came from outside; Postgres takes no NUL, and nobody is called so. */
const finder =
  (find: (db: Database, text: string) => Promise<Found>) =>
  async (db: Database, text: string): Promise<ShopId | null> => {
    const [row] = text.includes('\0') ? [] : await find(db, text)
    return row ? parseShopId(row.shopId) : null
  }

export const findShopIdBySlug = finder((db, slug) =>
  db.select({ shopId: lookupShops.shopId }).from(lookupShops).where(eq(lookupShops.slug, slug)),
)

export const findShopIdByKey = finder((db, key) =>
  db.select({ shopId: lookupShops.shopId }).from(lookupShops).where(eq(lookupShops.key, key)),
)

/** @public The merchant's own (sub)domain. */
export const findShopIdByHost = finder((db, host) =>
  db.select({ shopId: lookupHosts.shopId }).from(lookupHosts).where(eq(lookupHosts.host, host)),
)

export const findShopIdByEndpoint = finder((db, endpointId) =>
  db
    .select({ shopId: lookupEndpoints.shopId })
    .from(lookupEndpoints)
    .where(eq(lookupEndpoints.endpointId, endpointId)),
)

export const findShopIdByApiKey = finder((db, keyHash) =>
  db.select({ shopId: lookupApiKeys.shopId }).from(lookupApiKeys).where(eq(lookupApiKeys.keyHash, keyHash)),
)

/** A shop with its settings; throws when the id is nobody's. */
export async function getShop(db: Database, shopId: ShopId): Promise<Shop> {
  const [row] = await withShop(db, shopId, (tx) => tx.select().from(shops).where(eq(shops.shopId, shopId)))
  if (!row) throw new Error(`shop ${shopId} does not exist`)
  return { ...row.settings, id: shopId, slug: row.slug, key: row.key, version: row.version }
}
