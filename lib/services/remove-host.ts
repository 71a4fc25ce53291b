import { and, eq } from 'drizzle-orm'
import { lookupHosts, shopHosts } from '@/db/schema'
import { withShop } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import type { Context } from './context'

/** Gives a host up: it stops serving within the proxy's cache time. False when the shop didn't have it. */
export const removeHost = ({ db }: Context, shopId: ShopId, host: string): Promise<boolean> =>
  withShop(db, shopId, async (tx) => {
    await tx.delete(lookupHosts).where(and(eq(lookupHosts.host, host), eq(lookupHosts.shopId, shopId)))
    const removed = await tx
      .delete(shopHosts)
      .where(and(eq(shopHosts.shopId, shopId), eq(shopHosts.host, host)))
      .returning({ host: shopHosts.host })
    return removed.length > 0
  })
