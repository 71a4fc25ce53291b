import { readReturnSettings } from '@/db/queries/read-return-settings'
import { outbox, workReady } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import { newId, type ShopId } from '@/lib/core/ids'
import { webhookUrlOf } from '@/lib/returns/settings'

/** What a merchant is told: once for each milestone and occurrence of a subject. */
export type Told = {
  /** `return`: together with the milestone the message's type, e.g. `return.refund_due`. */
  subjectType: string
  subject: string
  milestone: string
  occurrence: string
  payload: Record<string, unknown>
}

/**
 * Writes what the merchant must learn into the outbox, in the caller's transaction: always into the feed, and where the shop
 * has an address for webhooks also as one to be posted. Telling the same twice is telling it once.
 */
export async function tellMerchant(tx: ShopTx, shopId: ShopId, told: Told, now: Date): Promise<void> {
  const { settings } = await readReturnSettings(tx, shopId)
  const channels = webhookUrlOf(settings) === null ? ['feed'] : ['feed', 'webhook']
  const written = await tx
    .insert(outbox)
    .values(
      channels.map((channel) => ({
        ...told,
        shopId,
        id: newId(),
        channel,
        target: '',
        state: 'due' as const,
        tries: 0,
        createdAt: now,
      })),
    )
    .onConflictDoNothing()
    .returning({ id: outbox.id, channel: outbox.channel })
  const posts = written.filter(({ channel }) => channel === 'webhook')
  if (posts.length === 0) return
  await tx
    .insert(workReady)
    .values(
      posts.map(({ id }) => ({ id, shopId, kind: 'message' as const, subject: id, dueAt: now, attempts: 0 })),
    )
}
