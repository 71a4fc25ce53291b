import { and, asc, eq, isNotNull } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { lookupApiKeys, lookupEndpoints, lookupHosts, lookupShops, shopHosts, shops } from '@/db/schema'
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

/** A shop with its settings; of its verified hosts the first is the primary one. Throws when the id is nobody's. */
export async function getShop(db: Database, shopId: ShopId): Promise<Shop> {
  const { row, primary } = await withShop(db, shopId, async (tx) => {
    const [row] = await tx.select().from(shops).where(eq(shops.shopId, shopId))
    const [primary] = await tx
      .select({ host: shopHosts.host })
      .from(shopHosts)
      .where(and(eq(shopHosts.shopId, shopId), isNotNull(shopHosts.verifiedAt)))
      .orderBy(asc(shopHosts.verifiedAt), asc(shopHosts.host))
      .limit(1)
    return { row, primary }
  })
  if (!row) throw new Error(`shop ${shopId} does not exist`)
  const { slug, key, version } = row
  return { ...row.settings, id: shopId, slug, key, primaryHost: primary?.host ?? null, version }
}
