import { and, eq, exists, isNotNull, lt, not, or } from 'drizzle-orm'
import { consents, orders, outbox, recipients } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import { CONFIRM_DAYS } from '@/lib/consent/preferences'
import type { ShopId } from '@/lib/core/ids'

const DAY_MS = 86_400_000

/** Removes addresses that somebody entered and nobody confirmed in time, unless they are a customer's. */
export async function forgetUnconfirmed(tx: ShopTx, shopId: ShopId, now: Date): Promise<void> {
  const past = new Date(now.getTime() - CONFIRM_DAYS * DAY_MS)
  const said = tx
    .select({ id: consents.id })
    .from(consents)
    .where(
      and(
        eq(consents.shopId, shopId),
        eq(consents.person, recipients.person),
        or(eq(consents.act, 'confirmed'), eq(consents.act, 'given')),
      ),
    )
  const bought = tx
    .select({ id: orders.id })
    .from(orders)
    .where(and(eq(orders.shopId, shopId), eq(orders.customerKey, recipients.person)))
  await tx
    .update(recipients)
    .set({ email: null, country: null, updatedAt: now })
    .where(
      and(
        eq(recipients.shopId, shopId),
        isNotNull(recipients.email),
        lt(recipients.updatedAt, past),
        not(exists(said)),
        not(exists(bought)),
      ),
    )
  // Answered or not: the question is over, and its mail names the address.
  await tx
    .delete(outbox)
    .where(and(eq(outbox.shopId, shopId), eq(outbox.subjectType, 'consent'), lt(outbox.createdAt, past)))
}
