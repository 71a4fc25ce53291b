import { sql } from 'drizzle-orm'
import type { TokenScope } from '@/db/schema/tokens'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import type { DeliveryAddress } from '@/lib/orders/order'
import type { Projection } from '@/lib/parcels/projection'

export type ItemRow = {
  id: string
  title: string
  variant: string | null
  quantity: number
  url: string | null
  /** Our copy of the picture; null until it is fetched. */
  media: { id: string; width: number; height: number } | null
}

export type ParcelRow = {
  /** The shipment's own. */
  id: string
  carrier: string
  number: string
  projection: Projection
  projectionVersion: number
  updatedAt: string
  lines: { id: string; quantity: number }[]
}

/** Everything an order page shows, in one row. */
export type OrderRow = {
  id: string
  number: string
  version: number
  scope: TokenScope
  placedAt: string
  updatedAt: string
  locale: string | null
  customerName: string | null
  customerEmail: string | null
  deliveryAddress: DeliveryAddress | null
  lines: ItemRow[]
  parcels: ParcelRow[]
}

/** The order behind a link, by the hash of its secret part; null when nobody has it. */
export async function findOrderByToken(
  tx: ShopTx,
  shopId: ShopId,
  tokenHash: string,
): Promise<OrderRow | null> {
  const rows = await tx.execute<{ row: OrderRow }>(sql`
    select json_build_object(
      'id', o.id, 'number', o.number, 'version', o.version, 'scope', t.scope, 'placedAt', o.placed_at, 'updatedAt', o.updated_at, 'locale', o.locale,
      'customerName', o.customer_name, 'customerEmail', o.customer_email, 'deliveryAddress', o.delivery_address,
      'lines', (
        select coalesce(json_agg(json_build_object(
          'id', l.id, 'title', l.title, 'variant', l.variant, 'quantity', l.quantity, 'url', l.url,
          'media', case when m.state = 'ready' then json_build_object('id', m.id, 'width', m.width, 'height', m.height) end
        ) order by l.position), '[]')
        from order_lines l
        left join media m on m.shop_id = l.shop_id and m.shop_id = ${shopId} and m.id = l.media_id
        where l.shop_id = ${shopId} and l.order_id = o.id
      ),
      'parcels', (
        select coalesce(json_agg(json_build_object(
          'id', s.id, 'carrier', s.carrier, 'number', s.number, 'projection', s.projection, 'projectionVersion', s.projection_version,
          'updatedAt', s.updated_at,
          'lines', (
            select coalesce(json_agg(json_build_object('id', i.line_id, 'quantity', i.quantity)), '[]')
            from shipment_lines i
            where i.shop_id = ${shopId} and i.shipment_id = s.id and i.order_id = o.id
          )
        ) order by p.position, s.id), '[]')
        from order_parcels p
        join shipments s on s.shop_id = p.shop_id and s.id = p.shipment_id
        where p.shop_id = ${shopId} and p.order_id = o.id
      )
    ) as row
    from tokens t
    join orders o on o.shop_id = t.shop_id and o.id = t.subject
    where t.shop_id = ${shopId} and t.token_hash = ${tokenHash} and t.purpose = 'order'
  `)
  return rows[0]?.row ?? null
}

/** The version of the order behind a link: what a page that is already known compares. */
export async function findOrderVersion(
  tx: ShopTx,
  shopId: ShopId,
  tokenHash: string,
): Promise<{ id: string; version: number; scope: TokenScope } | null> {
  const rows = await tx.execute<{ id: string; version: number; scope: TokenScope }>(sql`
    select o.id, o.version, t.scope
    from tokens t
    join orders o on o.shop_id = t.shop_id and o.id = t.subject
    where t.shop_id = ${shopId} and t.token_hash = ${tokenHash} and t.purpose = 'order'
  `)
  return rows[0] ?? null
}
