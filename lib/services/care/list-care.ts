import { sql } from 'drizzle-orm'
import { withShop } from '@/db/with-shop'
import type { CareListJson } from '@/lib/api/schemas/care-schema'
import type { CareKind } from '@/lib/care/care-kind'
import type { ShopId } from '@/lib/core/ids'
import type { Context } from '@/lib/services/context'

type Asked = { kind: CareKind | null; handled: boolean; after: string | null; limit: number }

type CareEntry = CareListJson['entries'][number]

/** As PostgreSQL writes an instant in JSON, and as the API does. */
const instant = (text: string): string => new Date(text).toISOString()

const entryOf = (row: CareEntry): CareEntry => ({
  ...row,
  openedAt: instant(row.openedAt),
  handledAt: row.handledAt && instant(row.handledAt),
  correction: row.correction && { ...row.correction, at: instant(row.correction.at) },
})

/** What a shop should look at, the oldest first; `after` is an entry's id. Settled ones are left out. */
export const listCare = (
  { db }: Context,
  shopId: ShopId,
  { kind, handled, after, limit }: Asked,
): Promise<CareListJson> =>
  withShop(db, shopId, async (tx) => {
    const rows = await tx.execute<{ row: CareEntry }>(sql`
      select json_build_object(
        'id', c.id, 'kind', c.kind, 'occurrence', c.occurrence, 'openedAt', c.opened_at,
        'handledAt', c.handled_at, 'handledBy', c.handled_by,
        'orders', (
          select coalesce(json_agg(o.number order by o.number), '[]') from orders o
          where o.shop_id = ${shopId} and (
            (c.kind = 'wish' and o.id = c.subject)
            or (c.kind <> 'wish' and o.id in (
              select p.order_id from order_parcels p where p.shop_id = ${shopId} and p.shipment_id = c.subject
            ))
          )
        ),
        'parcel', (
          select json_build_object(
            'carrier', s.carrier, 'number', s.number, 'status', s.projection -> 'status',
            'pickup', case when jsonb_typeof(s.projection -> 'pickup') = 'object'
              then json_build_object('lastDay', s.projection -> 'pickup' -> 'lastDay') end
          )
          from shipments s where s.shop_id = ${shopId} and s.id = c.subject
        ),
        'correction', case when c.kind = 'address' then (
          select json_build_object('at', f.created_at, 'previous', f.previous, 'address', f.address)
          from address_fixes f
          join order_parcels p on p.shop_id = f.shop_id and p.order_id = f.order_id
          where f.shop_id = ${shopId} and p.shop_id = ${shopId} and p.shipment_id = c.subject
            and f.problems @> jsonb_build_array(c.subject::text || ' ' || c.occurrence)
          order by f.created_at desc, f.id desc limit 1
        ) end,
        'wish', case when c.kind = 'wish' then (
          select w.wish from wishes w where w.shop_id = ${shopId} and w.id::text = c.occurrence
        ) end
      ) as row
      from care_cases c
      where c.shop_id = ${shopId} and c.closed_at is null
        and c.handled_at is ${handled ? sql`not null` : sql`null`}
        ${kind === null ? sql`` : sql`and c.kind = ${kind}`}
        ${after === null ? sql`` : sql`and c.id > ${after}`}
      order by c.id
      limit ${limit + 1}
    `)
    const entries = rows.slice(0, limit).map(({ row }) => entryOf(row))
    return { entries, next: rows.length > limit ? (entries.at(-1)?.id ?? null) : null }
  })
