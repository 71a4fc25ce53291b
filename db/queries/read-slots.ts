import { type SQL, sql } from 'drizzle-orm'
import type { ShopId } from '@/lib/core/ids'
import type { OrderDiscount } from '@/lib/orders/order'
import type { PlacedSlotBody } from '@/lib/slots/placed-slot'
import { type CareRow, careSql, type VoucherRow, voucherSql } from './read-care'
import { objectsSql } from './read-consents'
import { type RecommendedRow, recommendationsSql } from './recommendations'

/** A line as slots are chosen by it; amounts in minor units. */
export type SlotLineRow = {
  id: string
  sku: string | null
  category: string | null
  tags: string[]
  quantity: number
  unitPrice: number
  discount: number
}

/** Everything that the slots of an order's page are chosen by and show. */
export type SlotsRow = {
  placed: { id: string; document: PlacedSlotBody }[]
  stopped: { slot: string; variant: string }[]
  currency: string
  discounts: OrderDiscount[]
  /** Of this customer, this one included; null: nobody known. */
  orders: number | null
  objects: boolean
  lines: SlotLineRow[]
  products: RecommendedRow[]
  voucher: VoucherRow | null
  care: CareRow
  feedback: { kind: 'stars' | 'nps'; value: number } | null
}

/** JSON of {@link SlotsRow}, for the statement that reads an order's page; `order`: the orders' alias there, e.g. sql`o`. */
export const slotsSql = (shopId: ShopId, order: SQL, origins: readonly string[]): SQL => {
  const orderId = sql`${order}.id`
  const objects = objectsSql(shopId, order)
  return sql`json_build_object(
    'placed', (
      select coalesce(json_agg(json_build_object('id', sp.id, 'document', sp.document) order by sp.id), '[]')
      from slot_placements sp where sp.shop_id = ${shopId}
    ),
    'stopped', (
      select coalesce(json_agg(json_build_object('slot', ss.slot, 'variant', ss.variant)), '[]')
      from slot_stops ss where ss.shop_id = ${shopId}
    ),
    'currency', ${order}.currency, 'discounts', ${order}.discounts,
    'orders', case when ${order}.customer_key is not null then (
      select count(*) from orders same where same.shop_id = ${shopId} and same.customer_key = ${order}.customer_key
    ) end,
    'objects', ${objects},
    'lines', (
      select coalesce(json_agg(json_build_object(
        'id', sl.id, 'sku', sl.sku, 'category', sl.category, 'tags', sl.tags, 'quantity', sl.quantity,
        'unitPrice', sl.unit_price, 'discount', sl.discount
      ) order by sl.position), '[]')
      from order_lines sl where sl.shop_id = ${shopId} and sl.order_id = ${orderId}
    ),
    'products', case when exists (
      select 1 from slot_placements sp
      where sp.shop_id = ${shopId} and sp.document->>'slot' = 'products' and (sp.document->>'enabled')::boolean
    ) then ${recommendationsSql(shopId, { order: orderId, objects, origins })} else '[]'::json end,
    'voucher', ${voucherSql(shopId, orderId)},
    'care', ${careSql(shopId, orderId)},
    'feedback', (
      select json_build_object('kind', f.kind, 'value', f.value)
      from feedback f where f.shop_id = ${shopId} and f.order_id = ${orderId}
    )
  )`
}
