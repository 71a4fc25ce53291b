import { type SQL, sql } from 'drizzle-orm'
import type { WishKind } from '@/lib/care/wish'
import type { ShopId } from '@/lib/core/ids'

/** What was corrected and wished for on an order; the newest of each. */
export type CareRow = {
  /** The problems that stood when the address was corrected; null: it never was. */
  fixed: string[] | null
  wished: WishKind | null
}

/** A voucher that an order was given. */
export type VoucherRow = {
  code: string
  kind: 'percent' | 'amount'
  value: number
  atMost: number
  currency: string
  minimum: number
  validUntil: string | null
}

/** JSON of `CareRow`, for a statement that reads the order besides; `orderId` is a column of it, such as `o.id`. */
export const careSql = (shopId: ShopId, orderId: SQL): SQL => sql`json_build_object(
  'fixed', (
    select f.problems from address_fixes f
    where f.shop_id = ${shopId} and f.order_id = ${orderId} order by f.created_at desc, f.id desc limit 1
  ),
  'wished', (
    select w.kind from wishes w
    where w.shop_id = ${shopId} and w.order_id = ${orderId} order by w.created_at desc, w.id desc limit 1
  )
)`

/** JSON of `VoucherRow`, or null where the order has none. */
export const voucherSql = (shopId: ShopId, orderId: SQL): SQL => sql`(
  select json_build_object(
    'code', g.code, 'kind', g.kind, 'value', g.value, 'atMost', g.at_most, 'currency', g.currency,
    'minimum', g.minimum, 'validUntil', g.valid_until
  )
  from voucher_grants g
  where g.shop_id = ${shopId} and g.order_id = ${orderId}
)`
