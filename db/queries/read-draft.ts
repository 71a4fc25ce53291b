import { type SQL, sql } from 'drizzle-orm'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import type { Draft } from '@/lib/returns/draft'
import type { DraftSource } from '@/lib/returns/drafts/draft-source'
import { hasLeft } from './has-left'

const UNKEPT_ID = '00000000-0000-0000-0000-000000000000'

/** An exchange for something else chooses from so many. */
const MAX_PRODUCTS = 60

const media = sql`case when m.state = 'ready' then json_build_object('id', m.id, 'width', m.width, 'height', m.height) end`

const offer = sql`json_build_object(
  'sku', v.sku, 'product', v.product, 'title', v.title, 'variant', v.variant, 'options', v.options, 'price', v.price,
  'currency', v.currency, 'left', case when v.stock is not null then greatest(v.stock - coalesce(h.held, 0), 0) end, 'media', ${media}
)`

/** Variants with what is set aside of each (see `readFreeStock`), and our copies of their pictures. */
const variantsOf = (shopId: ShopId, now: Date) => sql`
  variants v
  left join (
    select s.sku, sum(s.quantity) as held
    from stock_holds s
    join returns r on r.shop_id = ${shopId} and r.id = s.return_id
    where s.shop_id = ${shopId} and s.state = 'held'
      and (s.expires_at > ${now.toISOString()} or r.sent_at is not null or r.received_at is not null)
    group by s.sku
  ) h on h.sku = v.sku
  left join media m on m.shop_id = ${shopId} and m.id = v.media_id`

const stored = (shopId: ShopId, which: SQL, now: Date): SQL => sql`
  select id, version, draft, return_id
  from return_drafts
  where shop_id = ${shopId} and id = ${which} and expires_at > ${now.toISOString()}`

/** Everything that the steps of a draft show and that its policy is asked about, in one statement; `of` selects the draft's row. */
async function readDraft(tx: ShopTx, shopId: ShopId, of: SQL, now: Date): Promise<DraftSource | null> {
  const rows = await tx.execute<{ row: DraftSource }>(sql`
    with d as (${of}), o as (
      select * from orders
      where shop_id = ${shopId} and id in (select e.id::uuid from d, jsonb_array_elements_text(d.draft->'orders') as e(id))
    ), l as (
      select * from order_lines where shop_id = ${shopId} and order_id in (select id from o)
    ), mine as (
      select * from returns
      where shop_id = ${shopId} and state not in ('cancelled', 'rejected')
        and customer_key in (select customer_key from o)
    )
    select json_build_object(
      'id', d.id, 'version', d.version, 'draft', d.draft,
      'sent', (
        select json_build_object('id', r.id, 'number', r.number)
        from returns r where r.shop_id = ${shopId} and r.id = d.return_id
      ),
      'orders', (
        select coalesce(json_agg(json_build_object(
          'id', o.id, 'number', o.number, 'placedAt', o.placed_at, 'currency', o.currency, 'locale', o.locale,
          'customerKey', o.customer_key, 'customerTags', o.customer_tags, 'countryCode', o.delivery_address->>'countryCode',
          'shipping', o.shipping, 'discounts', o.discounts, 'tags', o.tags, 'channel', o.channel,
          'earlier', (
            select coalesce(json_agg(json_build_object(
              'state', r.state, 'shipping', r.quote->'shipping', 'items', case
                when r.state not in ('cancelled', 'rejected', 'expired') then r.quote->'items'
                else (
                  select coalesce(jsonb_agg(q), '[]') from jsonb_array_elements(r.quote->'items') q
                  where ${hasLeft(shopId, sql`r.id`, sql`q->>'key'`)}
                )
              end
            ) order by r.created_at, r.id), '[]')
            from returns r
            where r.shop_id = ${shopId} and r.id in (
              select i.return_id from return_items i where i.shop_id = ${shopId} and i.order_id = o.id
            )
          ),
          'lines', (
            select coalesce(json_agg(json_build_object(
              'id', l.id, 'title', l.title, 'variant', l.variant, 'sku', l.sku, 'category', l.category, 'vendor', l.vendor,
              'product', coalesce(l.product, b.product), 'tags', l.tags, 'options', l.options, 'quantity', l.quantity,
              'unitPrice', l.unit_price, 'discount', l.discount, 'taxRate', l.tax_rate, 'mediaId', l.media_id, 'media', ${media}
            ) order by l.position), '[]')
            from l
            left join media m on m.shop_id = ${shopId} and m.id = l.media_id
            left join variants b on b.shop_id = ${shopId} and b.sku = l.sku
            where l.order_id = o.id
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
            ) order by p.position, s.id), '[]')
            from order_parcels p
            join shipments s on s.shop_id = ${shopId} and s.id = p.shipment_id
            where p.shop_id = ${shopId} and p.order_id = o.id
          )
        )), '[]')
        from o
      ),
      'customer', json_build_object(
        'orders', (
          select count(*) from orders a where a.shop_id = ${shopId} and a.customer_key in (select customer_key from o)
        ),
        'returnedAt', (select coalesce(json_agg(r.created_at order by r.created_at desc), '[]') from mine r),
        'keptItems', (
          select coalesce(sum(i.quantity), 0)
          from return_items i where i.shop_id = ${shopId} and i.outcome = 'keep' and i.return_id in (select id from mine)
        ),
        'credits', (
          select count(*)
          from return_payments p
          where p.shop_id = ${shopId} and p.kind = 'credit' and p.state = 'sent' and p.return_id in (select id from mine)
        ),
        'mistakes', (
          select coalesce(sum(i.quantity), 0)
          from return_items i
          where i.shop_id = ${shopId} and i.grade in ('missing', 'wrong_item') and i.return_id in (select id from mine)
        )
      ),
      'variants', (
        select coalesce(json_agg(${offer} order by v.title, v.variant, v.sku), '[]')
        from ${variantsOf(shopId, now)}
        where v.shop_id = ${shopId} and (
          v.product in (select product from l)
          or v.product in (select b.product from variants b where b.shop_id = ${shopId} and b.sku in (select sku from l))
          or v.sku in (select e.item->>'exchangeSku' from jsonb_array_elements(d.draft->'items') as e(item))
        )
      ),
      'products', (
        select coalesce(json_agg(c.offer order by c.title, c.variant, c.sku), '[]')
        from (
          select ${offer} as offer, v.title, v.variant, v.sku
          from ${variantsOf(shopId, now)}
          where v.shop_id = ${shopId} and v.currency in (select currency from o) and (v.stock is null or v.stock > coalesce(h.held, 0))
          order by v.title, v.variant, v.sku
          limit ${MAX_PRODUCTS}
        ) c
      ),
      'photos', (
        select coalesce(json_agg(json_build_object('id', f.id, 'itemKey', f.part, 'width', f.width, 'height', f.height) order by f.id), '[]')
        from return_files f
        where f.shop_id = ${shopId} and f.owner_type = 'draft' and f.owner_id = d.id
      )
    ) as row
    from d
  `)
  return rows[0]?.row ?? null
}

/** The draft behind a link, by the hash of its secret part; null when nobody has it, or when it is forgotten. */
export const findDraftByToken = (tx: ShopTx, shopId: ShopId, tokenHash: string, now: Date) =>
  readDraft(
    tx,
    shopId,
    stored(
      shopId,
      sql`(select t.subject from tokens t where t.shop_id = ${shopId} and t.token_hash = ${tokenHash} and t.purpose = 'return-draft')`,
      now,
    ),
    now,
  )

export const findDraftById = (tx: ShopTx, shopId: ShopId, draftId: string, now: Date) =>
  readDraft(tx, shopId, stored(shopId, sql`${draftId}`, now), now)

/** The same for a draft that nobody keeps: who asks over the API what a return would come to leaves nothing behind. */
export const readUnkeptDraft = (tx: ShopTx, shopId: ShopId, draft: Draft, now: Date) =>
  readDraft(
    tx,
    shopId,
    sql`select ${UNKEPT_ID}::uuid as id, 0 as version, ${JSON.stringify(draft)}::jsonb as draft, null::uuid as return_id`,
    now,
  )
