import { and, eq, sql } from 'drizzle-orm'
import { consents, consentWordings, orders } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { SentChannel } from '@/lib/consent/channel'
import type { Act, Subject } from '@/lib/consent/entry'
import type { Proof } from '@/lib/consent/proof'
import { wordingVersion } from '@/lib/consent/wording-version'
import { newId, type ShopId } from '@/lib/core/ids'

/** The words that were read, or the version under which the merchant keeps them. */
export type Wording = { locale: string; text: string } | { version: string }

/** What somebody said, and how that is known. */
export type Said = {
  /** Left out: a new one. The same id twice is one entry. */
  id?: string
  act: Act
  subject: Subject
  channel: SentChannel | null
  at: Date
  place: string
  wording: Wording | null
  proof: Proof
}

async function keepWording(tx: ShopTx, shopId: ShopId, wording: Wording | null, now: Date) {
  if (wording === null) return null
  if ('version' in wording) return wording.version
  const version = wordingVersion(wording.locale, wording.text)
  await tx
    .insert(consentWordings)
    .values({ shopId, version, ...wording, createdAt: now })
    .onConflictDoNothing({ target: [consentWordings.shopId, consentWordings.version] })
  return version
}

/** Pages are chosen by it, so they are new. */
const changesPages = ({ subject, channel }: Said): boolean =>
  subject === 'personalisation' || (subject === 'marketing' && channel === null)

const ORDER = /^order:([0-9a-f-]{36})$/

/** Writes into the log; nothing in it is ever changed. `person` as `orders.customer_key`, or `order:<id>` where nobody is known. */
export async function logConsent(
  tx: ShopTx,
  shopId: ShopId,
  person: string,
  said: readonly Said[],
  now: Date,
): Promise<void> {
  for (const one of said) {
    const { wording, ...entry } = one
    const version = await keepWording(tx, shopId, wording, now)
    await tx
      .insert(consents)
      .values({ shopId, person, ...entry, id: entry.id ?? newId(), wording: version, createdAt: now })
      .onConflictDoNothing({ target: [consents.shopId, consents.id] })
  }
  if (!said.some(changesPages)) return
  const orderId = ORDER.exec(person)?.[1]
  const theirs = orderId ? eq(orders.id, orderId) : eq(orders.customerKey, person)
  await tx
    .update(orders)
    .set({ version: sql`${orders.version} + 1`, updatedAt: now })
    .where(and(eq(orders.shopId, shopId), theirs))
}
