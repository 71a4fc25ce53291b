import { and, eq } from 'drizzle-orm'
import { outbox, workReady } from '@/db/schema'
import { withShop } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Context } from './context'

/** Lets a message that failed be posted again, as often as a new one; under its old id. */
export const resendMessage = (
  { db, now }: Context,
  shopId: ShopId,
  messageId: string,
): Promise<Result<null, 'not_found'>> =>
  withShop(db, shopId, async (tx) => {
    const failed = and(
      eq(outbox.shopId, shopId),
      eq(outbox.id, messageId),
      eq(outbox.channel, 'webhook'),
      eq(outbox.state, 'failed'),
    )
    const [row] = await tx.update(outbox).set({ state: 'due', tries: 0 }).where(failed).returning()
    if (!row) return fail('not_found')
    await tx
      .insert(workReady)
      .values({ id: row.id, shopId, kind: 'message', subject: row.id, dueAt: now(), attempts: 0 })
    return ok(null)
  })
