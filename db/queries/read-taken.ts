import { sql } from 'drizzle-orm'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import { TAKING_STATES } from '@/lib/returns/machine'
import type { Taken } from '@/lib/returns/quote-input'
import { hasLeft, mayHaveLeft } from './has-left'

const NOTHING: Taken = { lines: [], shipping: 0 }

const listOf = (texts: readonly string[]) =>
  sql.join(
    texts.map((text) => sql`${text}`),
    sql`, `,
  )

/**
 * What returns that count have taken of orders already, by the order's id; but for one return, where it asks about itself. Of one
 * that was called off that for which money or goods have left all the same: what was kept, or exchanged at once, and the shipping that
 * was given with it.
 */
export async function listTaken(
  tx: ShopTx,
  shopId: ShopId,
  orderIds: readonly string[],
  besides: string | null = null,
): Promise<(orderId: string) => Taken> {
  if (orderIds.length === 0) return () => NOTHING
  const rows = await tx.execute<{ orderId: string } & Taken>(sql`
    with mine as (
      select r.id, r.quote, r.state in (${listOf(TAKING_STATES)}) as counts from returns r
      where r.shop_id = ${shopId}
        and r.id <> coalesce(${besides}::uuid, '00000000-0000-0000-0000-000000000000')
        and r.id in (
          select i.return_id from return_items i
          where i.shop_id = ${shopId} and i.order_id in (${listOf(orderIds)})
        )
    )
    select o.id as "orderId", (
      select coalesce(json_agg(json_build_object(
        'lineId', q->>'lineId', 'quantity', (q->>'quantity')::int,
        'amount', (q->'paid'->>'amount')::bigint, 'tax', (q->'paid'->>'tax')::bigint)), '[]')
      from mine, jsonb_array_elements(mine.quote->'items') q
      where q->>'orderId' = o.id::text and (mine.counts or ${hasLeft(shopId, sql`mine.id`, sql`q->>'key'`)})
    ) as lines, (
      select coalesce(sum((s->>'amount')::bigint), 0)::int
      from mine, jsonb_array_elements(mine.quote->'shipping') s
      where s->>'orderId' = o.id::text and mine.counts
    ) + (
      select coalesce(sum((return_payments.details->>'shipping')::bigint), 0)::int
      from mine join return_payments on return_payments.shop_id = ${shopId} and return_payments.return_id = mine.id
      where return_payments.order_id = o.id and not mine.counts and ${mayHaveLeft}
    ) as shipping
    from orders o
    where o.shop_id = ${shopId} and o.id in (${listOf(orderIds)})
  `)
  const byOrder = new Map(rows.map(({ orderId, lines, shipping }) => [orderId, { lines, shipping }]))
  return (orderId) => byOrder.get(orderId) ?? NOTHING
}
