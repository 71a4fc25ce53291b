import { type SQL, sql } from 'drizzle-orm'
import type { ShopId } from '@/lib/core/ids'

/** Whether money or goods have left for an item of a return, or may have; `returnId` and `key` are columns or values. */
export const hasLeft = (shopId: ShopId, returnId: SQL, key: SQL): SQL => sql`exists (
  select 1 from return_payments p, jsonb_array_elements(p.details->'items') paid
  where p.shop_id = ${shopId} and p.return_id = ${returnId} and p.kind <> 'charge'
    and p.state in ('asked', 'waiting', 'sent') and paid->>'key' = ${key}
)`
