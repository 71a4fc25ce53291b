import { sql } from 'drizzle-orm'
import type { TokenScope } from '@/db/schema/tokens'
import type { ShopTx } from '@/db/with-shop'
import type { Wish } from '@/lib/care/wish'
import type { ShopId } from '@/lib/core/ids'
import type { DeliveryAddress } from '@/lib/orders/order'
import type { Projection } from '@/lib/parcels/projection'

/** An order as the pages see it on which something is corrected or wished for. */
export type CareOrder = {
  id: string
  number: string
  scope: TokenScope
  address: DeliveryAddress | null
  parcels: { id: string; carrier: string; number: string; projection: Projection }[]
  /** The newest correction. */
  fix: { address: DeliveryAddress; problems: string[] } | null
  /** The newest wish. */
  wish: Wish | null
}

/** The order behind a link, by the hash of its secret part; null when nobody has it. */
export async function findCareOrder(
  tx: ShopTx,
  shopId: ShopId,
  tokenHash: string,
): Promise<CareOrder | null> {
  const rows = await tx.execute<{ row: CareOrder }>(sql`
    select json_build_object(
      'id', o.id, 'number', o.number, 'scope', t.scope, 'address', o.delivery_address,
      'parcels', (
        select coalesce(json_agg(json_build_object(
          'id', s.id, 'carrier', s.carrier, 'number', s.number, 'projection', s.projection
        ) order by p.position, s.id), '[]')
        from order_parcels p
        join shipments s on s.shop_id = p.shop_id and s.id = p.shipment_id
        where p.shop_id = ${shopId} and p.order_id = o.id
      ),
      'fix', (
        select json_build_object('address', f.address, 'problems', f.problems) from address_fixes f
        where f.shop_id = ${shopId} and f.order_id = o.id order by f.created_at desc, f.id desc limit 1
      ),
      'wish', (
        select w.wish from wishes w
        where w.shop_id = ${shopId} and w.order_id = o.id order by w.created_at desc, w.id desc limit 1
      )
    ) as row
    from tokens t
    join orders o on o.shop_id = t.shop_id and o.id = t.subject
    where t.shop_id = ${shopId} and t.token_hash = ${tokenHash} and t.purpose = 'order'
  `)
  return rows[0]?.row ?? null
}
