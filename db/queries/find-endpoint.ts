import { and, eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { endpoints } from '@/db/schema'
import { withShop } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import { findShopIdByEndpoint } from './find-shop'

export type EndpointRow = typeof endpoints.$inferSelect & { shopId: ShopId }

/** The webhook address behind an id, whoever's it is; null when unknown or switched off. */
export async function findEndpoint(db: Database, endpointId: string): Promise<EndpointRow | null> {
  const shopId = await findShopIdByEndpoint(db, endpointId)
  if (!shopId) return null
  const [row] = await withShop(db, shopId, (tx) =>
    tx
      .select()
      .from(endpoints)
      .where(and(eq(endpoints.shopId, shopId), eq(endpoints.id, endpointId), eq(endpoints.enabled, true))),
  )
  return row ? { ...row, shopId } : null
}
