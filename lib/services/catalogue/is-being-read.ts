import { and, eq, gt } from 'drizzle-orm'
import { productImports } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'

const HOUR_MS = 3_600_000

/** Whether somebody reads a feed at this moment; one that has read for an hour has been given up. */
export async function isBeingRead(tx: ShopTx, shopId: ShopId, source: string, now: Date): Promise<boolean> {
  const rows = await tx
    .select({ id: productImports.id })
    .from(productImports)
    .where(
      and(
        eq(productImports.shopId, shopId),
        eq(productImports.source, source),
        eq(productImports.state, 'running'),
        gt(productImports.startedAt, new Date(now.getTime() - HOUR_MS)),
      ),
    )
    .limit(1)
  return rows.length > 0
}
