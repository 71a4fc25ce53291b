import { eq } from 'drizzle-orm'
import {
  apiKeys,
  attempts,
  endpoints,
  idempotencyKeys,
  inbox,
  lookupApiKeys,
  lookupEndpoints,
  lookupHosts,
  lookupShops,
  media,
  orderLines,
  orderParcels,
  orders,
  outbox,
  rateLimits,
  scans,
  shipmentLines,
  shipments,
  shopHosts,
  shops,
  statements,
  tokens,
  walletCertificates,
  workReady,
} from '@/db/schema'
import { withShop } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import type { Context } from './context'

/** Children before parents: the foreign keys' order. */
const TABLES = [
  lookupApiKeys,
  lookupEndpoints,
  lookupHosts,
  lookupShops,
  workReady,
  apiKeys,
  attempts,
  idempotencyKeys,
  rateLimits,
  media,
  outbox,
  tokens,
  shipmentLines,
  orderParcels,
  orderLines,
  orders,
  scans,
  statements,
  shipments,
  inbox,
  endpoints,
  shopHosts,
  walletCertificates,
  shops,
] as const

/** Removes a shop with everything that is its own. */
export async function deleteShop({ db }: Context, shopId: ShopId): Promise<void> {
  await withShop(db, shopId, async (tx) => {
    for (const table of TABLES) await tx.delete(table).where(eq(table.shopId, shopId))
  })
}
