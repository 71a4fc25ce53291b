import { type SQL, sql } from 'drizzle-orm'
import type { TokenScope } from '@/db/schema/tokens'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import type { DeliveryAddress } from '@/lib/orders/order'
import type { Projection } from '@/lib/parcels/projection'
import type { PlacedSlotBody } from '@/lib/slots/placed-slot'
import { type SlotsRow, slotsSql } from './read-slots'

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
  /** The shop's: rises with every slot that it places. */
  shopVersion: number
  /** Of the slots that the shop has placed: when its pages change by themselves. */
  schedules: PlacedSlotBody['schedule'][]
}

/** The same with what stands on its page besides. */
export type OrderPageRow = OrderRow & { slots: SlotsRow }

const shopVersionSql = (shopId: ShopId): SQL =>
  sql`(select sh.version from shops sh where sh.shop_id = ${shopId})`

/** JSON of an {@link OrderRow}; `o` is the order. */
const orderSql = (shopId: ShopId, scope: SQL): SQL => sql`json_build_object(
      'shopVersion', ${shopVersionSql(shopId)},
      'schedules', (
        select coalesce(json_agg(sp.document->'schedule'), '[]') from slot_placements sp where sp.shop_id = ${shopId}
      ),
      'id', o.id, 'number', o.number, 'version', o.version, 'scope', ${scope}, 'placedAt', o.placed_at, 'updatedAt', o.updated_at, 'locale', o.locale,
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
    )`

const behindToken = (shopId: ShopId, tokenHash: string): SQL => sql`
  from tokens t
  join orders o on o.shop_id = t.shop_id and o.id = t.subject
  where t.shop_id = ${shopId} and t.token_hash = ${tokenHash} and t.purpose = 'order'`

/** The order behind a link, by the hash of its secret part; null when nobody has it. */
export async function findOrderByToken(
  tx: ShopTx,
  shopId: ShopId,
  tokenHash: string,
): Promise<OrderRow | null> {
  const rows = await tx.execute<{ row: OrderRow }>(
    sql`select ${orderSql(shopId, sql`t.scope`)} as row ${behindToken(shopId, tokenHash)}`,
  )
  return rows[0]?.row ?? null
}

async function findPage(tx: ShopTx, order: SQL, slots: SQL, from: SQL): Promise<OrderPageRow | null> {
  const rows = await tx.execute<{ row: OrderRow; slots: SlotsRow }>(
    sql`select ${order} as row, ${slots} as slots ${from}`,
  )
  return rows[0] ? { ...rows[0].row, slots: rows[0].slots } : null
}

/**
 * The order behind a link with everything that its page shows, slots included: one question. `origins` are the shop's own
 * (`ownOrigins`).
 */
export const findOrderPage = (
  tx: ShopTx,
  shopId: ShopId,
  tokenHash: string,
  origins: readonly string[],
): Promise<OrderPageRow | null> =>
  findPage(
    tx,
    orderSql(shopId, sql`t.scope`),
    slotsSql(shopId, sql`o`, origins),
    behindToken(shopId, tokenHash),
  )

/** The same of an order that is known by its number or its id, with a scope that is known otherwise. */
export const findKnownOrderPage = (
  tx: ShopTx,
  shopId: ShopId,
  order: { id: string } | { numberKey: string },
  { scope, origins }: { scope: TokenScope; origins: readonly string[] },
): Promise<OrderPageRow | null> =>
  findPage(
    tx,
    orderSql(shopId, sql`${scope}::text`),
    slotsSql(shopId, sql`o`, origins),
    sql`from orders o where o.shop_id = ${shopId} and ${'id' in order ? sql`o.id = ${order.id}` : sql`o.number_key = ${order.numberKey}`}`,
  )

export type OrderVersion = Pick<OrderRow, 'id' | 'version' | 'scope' | 'shopVersion'>

/** The version of the order behind a link: what a page that is already known compares. */
export async function findOrderVersion(
  tx: ShopTx,
  shopId: ShopId,
  tokenHash: string,
): Promise<OrderVersion | null> {
  const rows = await tx.execute<OrderVersion>(sql`
    select o.id, o.version, t.scope, ${shopVersionSql(shopId)} as "shopVersion" ${behindToken(shopId, tokenHash)}
  `)
  return rows[0] ?? null
}
