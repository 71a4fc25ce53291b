import { and, asc, eq } from 'drizzle-orm'
import { shopHosts } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'

export type HostRow = typeof shopHosts.$inferSelect

/** A shop's hosts, proven or not, by name. */
export const listHosts = (tx: ShopTx, shopId: ShopId): Promise<HostRow[]> =>
  tx.select().from(shopHosts).where(eq(shopHosts.shopId, shopId)).orderBy(asc(shopHosts.host))

/** One of a shop's hosts; null when the shop hasn't added it. */
export async function findHost(tx: ShopTx, shopId: ShopId, host: string): Promise<HostRow | null> {
  const [row] = await tx
    .select()
    .from(shopHosts)
    .where(and(eq(shopHosts.shopId, shopId), eq(shopHosts.host, host)))
  return row ?? null
}
