import { type SQL, sql } from 'drizzle-orm'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import type { Return } from '@/lib/returns/return'
import { returnNumberKey } from '@/lib/returns/return-number'
import type { Ground, ReturnState } from '@/lib/returns/vocabulary'

/** Postgres writes `+00:00`; a return's instants are ISO with `Z`. */
const iso = (column: string): SQL =>
  sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`)

/** A return whole, from the row `r`. */
const whole = (shopId: ShopId): SQL => sql`json_build_object(
  'id', r.id, 'number', r.number, 'ground', r.ground, 'state', r.state, 'version', r.version, 'gift', r.gift,
  'email', r.email, 'locale', r.locale, 'currency', r.currency, 'method', r.method, 'destination', r.destination,
  'quote', r.quote, 'policyVersion', r.policy_version, 'decision', r.decision,
  'refundTrigger', r.refund_trigger, 'shipExchange', r.ship_exchange,
  'labelExpiresAt', ${iso('r.label_expires_at')}, 'sentAt', ${iso('r.sent_at')}, 'receivedAt', ${iso('r.received_at')},
  'checkedAt', ${iso('r.checked_at')}, 'settledAt', ${iso('r.settled_at')},
  'createdAt', ${iso('r.created_at')}, 'updatedAt', ${iso('r.updated_at')},
  'items', (
    select coalesce(json_agg(json_build_object(
      'key', i.key, 'orderId', i.order_id, 'orderNumber', o.number, 'lineId', i.line_id,
      'title', i.title, 'variant', i.variant, 'sku', i.sku,
      'media', case when m.state = 'ready' then json_build_object('id', m.id, 'width', m.width, 'height', m.height) end,
      'quantity', i.quantity, 'reason', i.reason, 'subReason', i.sub_reason, 'comment', i.comment,
      'outcome', i.outcome, 'exchange', i.exchange, 'box', i.box, 'paid', i.paid,
      'receivedQuantity', i.received_quantity, 'receivedAt', ${iso('i.received_at')},
      'grade', i.grade, 'disposition', i.disposition, 'deduction', i.deduction, 'deductionReason', i.deduction_reason,
      'checkedAt', ${iso('i.checked_at')},
      'contest', i.contest, 'contestedAt', ${iso('i.contested_at')},
      'contestAnswer', i.contest_answer, 'contestAnsweredAt', ${iso('i.contest_answered_at')},
      'settledAt', ${iso('i.settled_at')},
      'photos', (
        select coalesce(json_agg(json_build_object(
          'id', f.id, 'kind', f.kind, 'width', f.width, 'height', f.height
        ) order by f.created_at, f.id), '[]')
        from return_files f
        where f.shop_id = ${shopId} and f.owner_type = 'return' and f.owner_id = r.id and f.part = i.key
          and f.kind in ('photo', 'check_photo')
      )
    ) order by length(i.key), i.key), '[]')
    from return_items i
    join orders o on o.shop_id = i.shop_id and o.id = i.order_id
    left join media m on m.shop_id = i.shop_id and m.shop_id = ${shopId} and m.id = i.media_id
    where i.shop_id = ${shopId} and i.return_id = r.id
  ),
  'boxes', (
    select coalesce(json_agg(json_build_object(
      'box', b.box, 'carrier', b.carrier, 'number', b.number, 'labelState', b.label_state, 'label', b.label,
      'labelError', b.label_error, 'issuedAt', ${iso('b.issued_at')}, 'voidedAt', ${iso('b.voided_at')},
      'shipment', case when s.id is not null then
        json_build_object('id', s.id, 'projection', s.projection, 'updatedAt', ${iso('s.updated_at')}) end
    ) order by b.box), '[]')
    from return_boxes b
    left join shipments s on s.shop_id = b.shop_id and s.id = b.shipment_id
    where b.shop_id = ${shopId} and b.return_id = r.id
  ),
  'payments', (
    select coalesce(json_agg(json_build_object(
      'id', p.id, 'kind', p.kind, 'occurrence', p.occurrence, 'orderId', p.order_id, 'amount', p.amount,
      'currency', p.currency, 'state', p.state, 'backend', p.backend, 'reference', p.reference,
      'sealedCode', p.sealed_code, 'error', p.error, 'sentAt', ${iso('p.sent_at')}
    ) order by p.created_at, p.id), '[]')
    from return_payments p
    where p.shop_id = ${shopId} and p.return_id = r.id
  ),
  'log', (
    select coalesce(json_agg(json_build_object(
      'version', l.version, 'at', ${iso('l.at')}, 'actor', l.actor, 'actorName', l.actor_name, 'event', l.event,
      'from', l.from_state, 'to', l.to_state, 'reason', l.reason, 'data', l.data
    ) order by l.version), '[]')
    from return_log l
    where l.shop_id = ${shopId} and l.return_id = r.id
  ),
  'orders', (
    select coalesce(json_agg(json_build_object(
      'id', o.id, 'number', o.number, 'placedAt', ${iso('o.placed_at')}, 'customerName', o.customer_name
    ) order by o.placed_at, o.id), '[]')
    from orders o
    where o.shop_id = ${shopId}
      and o.id in (select i.order_id from return_items i where i.shop_id = ${shopId} and i.return_id = r.id)
  )
)`

async function findOne(tx: ShopTx, shopId: ShopId, from: SQL): Promise<Return | null> {
  const rows = await tx.execute<{ row: Return }>(sql`select ${whole(shopId)} as row from ${from}`)
  return rows[0]?.row ?? null
}

export const findReturnById = (tx: ShopTx, shopId: ShopId, returnId: string): Promise<Return | null> =>
  findOne(tx, shopId, sql`returns r where r.shop_id = ${shopId} and r.id = ${returnId}`)

/** A return by its number, however it is written. */
export const findReturnByNumber = (tx: ShopTx, shopId: ShopId, number: string): Promise<Return | null> =>
  findOne(
    tx,
    shopId,
    sql`returns r where r.shop_id = ${shopId} and r.number_key = ${returnNumberKey(number)}`,
  )

/** The return behind a link, by the hash of its secret part and its number; null when nobody has it. */
export const findReturnByToken = (
  tx: ShopTx,
  shopId: ShopId,
  tokenHash: string,
  number: string,
): Promise<Return | null> =>
  findOne(
    tx,
    shopId,
    sql`tokens t join returns r on r.shop_id = t.shop_id and r.id = t.subject
      where t.shop_id = ${shopId} and t.token_hash = ${tokenHash} and t.purpose = 'return'
        and r.shop_id = ${shopId} and r.number_key = ${returnNumberKey(number)}`,
  )

export const RETURN_NEEDS = ['review', 'check', 'money', 'answer'] as const
export type ReturnNeed = (typeof RETURN_NEEDS)[number]

const NEEDS = {
  review: () => sql`r.state = 'needs_review'`,
  check: () => sql`r.state = 'received'`,
  money: (shopId) => sql`(r.state = 'checked' or exists (
    select 1 from return_payments p
    where p.shop_id = ${shopId} and p.return_id = r.id and p.state in ('waiting', 'failed')))`,
  answer: (shopId) => sql`exists (
    select 1 from return_items i
    where i.shop_id = ${shopId} and i.return_id = r.id and i.contested_at is not null and i.contest_answered_at is null)`,
} as const satisfies Record<ReturnNeed, (shopId: ShopId) => SQL>

/** What `like` takes literally. */
const literal = (text: string): string => text.replace(/[\\%_]/g, '\\$&')

export type ReturnFilter = {
  states?: readonly ReturnState[] | undefined
  ground?: Ground | undefined
  /** The shop's number of an order, as a look-up compares it. */
  orderNumberKey?: string | undefined
  customerKey?: string | undefined
  /** A number of a return or of one of its orders, as look-ups compare them, or a part of a customer's name. */
  text?: { returnNumberKey: string; orderNumberKey: string; name: string } | undefined
  /** What a person has to do: let it through, look at the goods, see to its money, answer an objection. */
  needs?: ReturnNeed | undefined
  /** Asked for at or after, and before. */
  from?: Date | undefined
  to?: Date | undefined
  /** The last one of the page before. */
  after?: { createdAt: string; id: string } | undefined
  limit: number
}

/** Returns of a shop, the newest first. */
export async function listReturns(tx: ShopTx, shopId: ShopId, filter: ReturnFilter): Promise<Return[]> {
  const { states, ground, orderNumberKey, customerKey, text, needs, from, to, after, limit } = filter
  const conditions = [
    sql`r.shop_id = ${shopId}`,
    ...(states && states.length > 0
      ? [
          sql`r.state in (${sql.join(
            states.map((state) => sql`${state}`),
            sql`, `,
          )})`,
        ]
      : []),
    ...(ground ? [sql`r.ground = ${ground}`] : []),
    ...(customerKey ? [sql`r.customer_key = ${customerKey}`] : []),
    ...(needs ? [NEEDS[needs](shopId)] : []),
    ...(text
      ? [
          sql`(r.number_key = ${text.returnNumberKey} or exists (
            select 1 from return_items i join orders o on o.shop_id = i.shop_id and o.id = i.order_id
            where i.shop_id = ${shopId} and i.return_id = r.id
              and (o.number_key = ${text.orderNumberKey} or o.customer_name ilike ${`%${literal(text.name)}%`})))`,
        ]
      : []),
    ...(from ? [sql`r.created_at >= ${from.toISOString()}::timestamptz`] : []),
    ...(to ? [sql`r.created_at < ${to.toISOString()}::timestamptz`] : []),
    ...(after ? [sql`(r.created_at, r.id) < (${after.createdAt}::timestamptz, ${after.id}::uuid)`] : []),
    ...(orderNumberKey
      ? [
          sql`exists (
            select 1 from return_items i join orders o on o.shop_id = i.shop_id and o.id = i.order_id
            where i.shop_id = ${shopId} and i.return_id = r.id and o.number_key = ${orderNumberKey})`,
        ]
      : []),
  ]
  const rows = await tx.execute<{ row: Return }>(sql`
    select ${whole(shopId)} as row from returns r
    where ${sql.join(conditions, sql` and `)}
    order by r.created_at desc, r.id desc
    limit ${limit}
  `)
  return rows.map(({ row }) => row)
}
