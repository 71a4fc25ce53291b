import { and, eq, sql } from 'drizzle-orm'
import { outbox, recipients, tokens } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'

/**
 * Removes how somebody can be written to, the link to their preferences and what still waits to be sent. The log stays: it holds
 * no address, and without it an objection would be forgotten.
 */
export async function eraseRecipient(
  tx: ShopTx,
  shopId: ShopId,
  person: string,
  now: Date,
): Promise<{ links: number; messages: number } | null> {
  const theirs = and(eq(recipients.shopId, shopId), eq(recipients.person, person))
  const [known] = await tx
    .select({ id: recipients.id, email: recipients.email })
    .from(recipients)
    .where(theirs)
  if (!known) return null
  await tx.update(recipients).set({ email: null, country: null, updatedAt: now }).where(theirs)
  const links = await tx
    .delete(tokens)
    .where(and(eq(tokens.shopId, shopId), eq(tokens.subject, known.id)))
    .returning({ scope: tokens.scope })
  const messages =
    known.email === null
      ? []
      : await tx
          .delete(outbox)
          .where(and(eq(outbox.shopId, shopId), eq(sql`lower(${outbox.target})`, known.email.toLowerCase())))
          .returning({ id: outbox.id })
  return { links: links.length, messages: messages.length }
}
