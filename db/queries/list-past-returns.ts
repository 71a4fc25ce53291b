import { sql } from 'drizzle-orm'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import type { StoredReturn } from '@/lib/returns/policy/simulation/past-return'

export type PastPage = {
  since: Date
  /** The id of the last return of the page before; null: the first page. */
  before: string | null
  limit: number
}

/**
 * Returns since a day, the newest first, with everything that a policy was asked about them when they came: what later returns took
 * and what later became of the customer is left out.
 */
export async function listPastReturns(
  tx: ShopTx,
  shopId: ShopId,
  { since, before, limit }: PastPage,
): Promise<StoredReturn[]> {
  const rows = await tx.execute<{ row: StoredReturn }>(sql`
    with page as (
      select * from returns
      where shop_id = ${shopId} and created_at >= ${since.toISOString()}
        and (${before}::uuid is null or (created_at, id) < (
          select b.created_at, b.id from returns b where b.shop_id = ${shopId} and b.id = ${before}::uuid
        ))
      order by created_at desc, id desc
      limit ${limit}
    )
    select json_build_object(
      'id', p.id, 'number', p.number, 'createdAt', p.created_at, 'ground', p.ground, 'gift', p.gift, 'currency', p.currency,
      'method', p.method,
      'items', (
        select coalesce(json_agg(json_build_object(
          'key', i.key, 'orderId', i.order_id, 'lineId', i.line_id, 'title', i.title, 'quantity', i.quantity, 'reason', i.reason,
          'subReason', i.sub_reason, 'outcome', i.outcome, 'paid', i.paid,
          'photos', (
            select count(*) from return_files f
            where f.shop_id = ${shopId} and f.owner_type = 'return' and f.owner_id = p.id and f.kind = 'photo' and f.part = i.key
          )
        ) order by i.key), '[]')
        from return_items i where i.shop_id = ${shopId} and i.return_id = p.id
      ),
      'orders', (
        select coalesce(json_agg(json_build_object(
          'id', o.id, 'number', o.number, 'placedAt', o.placed_at, 'currency', o.currency, 'locale', o.locale,
          'customerKey', o.customer_key, 'customerTags', o.customer_tags, 'countryCode', o.delivery_address->>'countryCode',
          'shipping', o.shipping, 'discounts', o.discounts, 'tags', o.tags, 'channel', o.channel,
          'earlier', (
            select coalesce(json_agg(json_build_object(
              'state', r.state, 'items', r.quote->'items', 'shipping', r.quote->'shipping'
            ) order by r.created_at, r.id), '[]')
            from returns r
            where r.shop_id = ${shopId} and r.state not in ('cancelled', 'rejected')
              and (r.created_at, r.id) < (p.created_at, p.id)
              and r.id in (select i.return_id from return_items i where i.shop_id = ${shopId} and i.order_id = o.id)
          ),
          'lines', (
            select coalesce(json_agg(json_build_object(
              'id', l.id, 'title', l.title, 'variant', l.variant, 'sku', l.sku, 'category', l.category, 'vendor', l.vendor,
              'product', l.product, 'tags', l.tags, 'options', l.options, 'quantity', l.quantity, 'unitPrice', l.unit_price,
              'discount', l.discount, 'taxRate', l.tax_rate, 'mediaId', l.media_id, 'media', null
            ) order by l.position), '[]')
            from order_lines l where l.shop_id = ${shopId} and l.order_id = o.id
          ),
          'parcels', (
            select coalesce(json_agg(json_build_object(
              'projection', json_build_object(
                'direction', s.projection->'direction', 'status', s.projection->'status',
                'statusTime', s.projection->'statusTime', 'timeline', s.projection->'timeline'
              ),
              'lines', (
                select coalesce(json_agg(json_build_object('id', i.line_id, 'quantity', i.quantity)), '[]')
                from shipment_lines i
                where i.shop_id = ${shopId} and i.shipment_id = s.id and i.order_id = o.id
              )
            ) order by q.position, s.id), '[]')
            from order_parcels q
            join shipments s on s.shop_id = ${shopId} and s.id = q.shipment_id
            where q.shop_id = ${shopId} and q.order_id = o.id
          )
        ) order by o.placed_at, o.id), '[]')
        from orders o
        where o.shop_id = ${shopId} and o.id in (
          select i.order_id from return_items i where i.shop_id = ${shopId} and i.return_id = p.id
        )
      ),
      'customer', (
        select json_build_object(
          'orders', (
            select count(*) from orders a
            where a.shop_id = ${shopId} and a.customer_key = p.customer_key and a.placed_at <= p.created_at
          ),
          'returnedAt', coalesce(json_agg(r.created_at order by r.created_at desc) filter (where r.id is not null), '[]'),
          'keptItems', coalesce(sum((
            select sum(i.quantity) from return_items i
            where i.shop_id = ${shopId} and i.return_id = r.id and i.outcome = 'keep'
          )), 0),
          'credits', coalesce(sum((
            select count(*) from return_payments y
            where y.shop_id = ${shopId} and y.return_id = r.id and y.kind = 'credit' and y.state = 'sent'
              and y.sent_at <= p.created_at
          )), 0),
          'mistakes', coalesce(sum((
            select sum(i.quantity) from return_items i
            where i.shop_id = ${shopId} and i.return_id = r.id and i.grade in ('missing', 'wrong_item')
              and i.checked_at <= p.created_at
          )), 0)
        )
        from returns r
        where r.shop_id = ${shopId} and r.customer_key = p.customer_key and not r.gift
          and r.state not in ('cancelled', 'rejected') and (r.created_at, r.id) < (p.created_at, p.id)
      )
    ) as row
    from page p
    order by p.created_at desc, p.id desc
  `)
  return rows.map(({ row }) => row)
}
