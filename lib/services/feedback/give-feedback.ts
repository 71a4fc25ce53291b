import { and, eq, sql } from 'drizzle-orm'
import { feedback, orders } from '@/db/schema'
import { withShop } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import type { FeedbackAnswer } from '@/lib/feedback/answer'
import type { Locale } from '@/lib/i18n/locales'
import type { Context } from '@/lib/services/context'
import { tellMerchant } from '@/lib/services/tell-merchant'

type Given = { order: { id: string; number: string }; answer: FeedbackAnswer; locale: Locale }

/**
 * Keeps how it was with an order, and tells the merchant that somebody said so: the words themselves stay here, where they can be
 * erased. The first answer counts; `false`: there was one.
 */
export const giveFeedback = (
  { db, now }: Context,
  shopId: ShopId,
  { order, answer, locale }: Given,
): Promise<boolean> =>
  withShop(db, shopId, async (tx) => {
    const at = now()
    const [written] = await tx
      .insert(feedback)
      .values({ shopId, orderId: order.id, ...answer, locale, createdAt: at })
      .onConflictDoNothing()
      .returning({ orderId: feedback.orderId })
    if (!written) return false
    // Pages compare nothing but the order's version.
    await tx
      .update(orders)
      .set({ version: sql`${orders.version} + 1`, updatedAt: at })
      .where(and(eq(orders.shopId, shopId), eq(orders.id, order.id)))
    const { kind, value, comment } = answer
    const payload = { order: order.number, kind, value, hasComment: comment !== null }
    const told = { subjectType: 'feedback', subject: order.id, milestone: 'given', occurrence: '1', payload }
    await tellMerchant(tx, shopId, told, at)
    return true
  })
