import { sql } from 'drizzle-orm'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'

/** How an order ended, as far as it is known: what a test of wordings could have done to it. */
export type OrderOutcome = { id: string; returned: boolean; complained: boolean }

/** A shop's help desk marks an order so where somebody complained about it. */
const COMPLAINT_TAG = 'complaint'

const PAGE = 5_000

/** Walks through the orders placed since a moment, with what became of them; a page at a time, by id. */
export async function* listOrderOutcomes(
  tx: ShopTx,
  shopId: ShopId,
  since: Date,
): AsyncGenerator<OrderOutcome[]> {
  for (let after: string | null = null; ; ) {
    const rows: OrderOutcome[] = await tx.execute<OrderOutcome>(sql`
      select o.id,
        exists (
          select 1 from return_items i
          join returns r on r.shop_id = i.shop_id and r.id = i.return_id
          where i.shop_id = ${shopId} and r.shop_id = ${shopId} and i.order_id = o.id and r.state <> 'cancelled'
        ) as returned,
        o.tags ? ${COMPLAINT_TAG} as complained
      from orders o
      where o.shop_id = ${shopId} and o.placed_at >= ${since.toISOString()}
        and (${after}::uuid is null or o.id > ${after}::uuid)
      order by o.id
      limit ${PAGE}
    `)
    if (rows.length > 0) yield rows
    const last = rows.at(-1)
    if (!last || rows.length < PAGE) return
    after = last.id
  }
}
