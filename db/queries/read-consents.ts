import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm'
import { consentSettings, consents, orders } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { Recipient, Sale } from '@/lib/consent/decide'
import { saleOf } from '@/lib/consent/sale-of'
import { type ConsentSettings, consentSettingsSchema } from '@/lib/consent/settings'
import type { ShopId } from '@/lib/core/ids'

/** Among somebody's newest orders there is one of the shop's own, or hardly ever. */
const NEWEST = 50

/** What a shop says of its checkout; nothing until it does. */
export async function readConsentSettings(tx: ShopTx, shopId: ShopId): Promise<ConsentSettings> {
  const [row] = await tx.select().from(consentSettings).where(eq(consentSettings.shopId, shopId))
  return row?.settings ?? consentSettingsSchema.parse({})
}

/** The sale that carries most: the newest of the shop's own with its notice, else its newest own, else any. */
async function findSale(tx: ShopTx, shopId: ShopId, person: string): Promise<Sale | null> {
  const settings = await readConsentSettings(tx, shopId)
  const rows = await tx
    .select({ placedAt: orders.placedAt, channel: orders.channel })
    .from(orders)
    .where(and(eq(orders.shopId, shopId), eq(orders.customerKey, person)))
    .orderBy(desc(orders.placedAt))
    .limit(NEWEST)
  const sales = rows.map((row) => saleOf(row, settings))
  return sales.find(({ own, noticed }) => own && noticed) ?? sales.find(({ own }) => own) ?? sales[0] ?? null
}

/** Everything that a decision about somebody has to know. */
export async function readRecipient(tx: ShopTx, shopId: ShopId, person: string): Promise<Recipient> {
  const entries = await tx
    .select({
      id: consents.id,
      at: consents.at,
      act: consents.act,
      subject: consents.subject,
      channel: consents.channel,
    })
    .from(consents)
    .where(and(eq(consents.shopId, shopId), eq(consents.person, person)))
    .orderBy(asc(consents.at), asc(consents.id))
  return { entries, sale: await findSale(tx, shopId, person) }
}

/** Who an order's page is about, in SQL: the customer, else whoever holds the order. */
const personOf = (order: SQL): SQL => sql`coalesce(${order}.customer_key, 'order:' || ${order}.id)`

/**
 * `objectsToPersonalisation` as an expression for the statement that reads an order's page, so that it stays one question.
 * `order`: the orders' alias there, e.g. sql`o`.
 */
export const objectsSql = (shopId: ShopId, order: SQL): SQL<boolean> => sql<boolean>`coalesce((
  select max(c.at) filter (where c.act in ('objected', 'withdrawn'))
    >= coalesce(max(c.at) filter (where c.act = 'allowed'), '-infinity'::timestamptz)
  from consents c
  where c.shop_id = ${shopId} and c.person = ${personOf(order)}
    and (c.subject = 'personalisation' or (c.subject = 'marketing' and c.channel is null))
), false)`
