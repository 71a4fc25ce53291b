import { type SQL, sql } from 'drizzle-orm'
import type { ShopId } from '@/lib/core/ids'

/**
 * Whether a payment has been made, or may have been: its backend was asked, the merchant was told, or nobody knows what became of
 * the last try. For queries of `return_payments` under its own name.
 */
export const mayHaveLeft: SQL = sql`(
  return_payments.state in ('asked', 'waiting', 'sent')
  or (return_payments.state = 'failed' and return_payments.details->>'unsure' = 'true')
)`

/** Whether money or goods have left for an item of a return, or may have; `returnId` and `key` are columns or values. */
export const hasLeft = (shopId: ShopId, returnId: SQL, key: SQL): SQL => sql`exists (
  select 1 from return_payments, jsonb_array_elements(return_payments.details->'items') paid
  where return_payments.shop_id = ${shopId} and return_payments.return_id = ${returnId} and return_payments.kind <> 'charge'
    and ${mayHaveLeft} and paid->>'key' = ${key}
)`
