import { and, desc, eq, gte, lt, or } from 'drizzle-orm'
import { feedback, orders } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'

export type FeedbackFilter = {
  kind: 'stars' | 'nps' | undefined
  /** At or after, and before. */
  from: Date | undefined
  to: Date | undefined
  after: { createdAt: string; id: string } | undefined
  limit: number
}

/** A shop's feedback, the newest first. */
export function listFeedback(tx: ShopTx, shopId: ShopId, { kind, from, to, after, limit }: FeedbackFilter) {
  const cursor = after && { at: new Date(after.createdAt), id: after.id }
  return tx
    .select({
      id: feedback.orderId,
      order: orders.number,
      kind: feedback.kind,
      value: feedback.value,
      comment: feedback.comment,
      locale: feedback.locale,
      createdAt: feedback.createdAt,
    })
    .from(feedback)
    .innerJoin(orders, and(eq(orders.shopId, feedback.shopId), eq(orders.id, feedback.orderId)))
    .where(
      and(
        eq(feedback.shopId, shopId),
        eq(orders.shopId, shopId),
        kind && eq(feedback.kind, kind),
        from && gte(feedback.createdAt, from),
        to && lt(feedback.createdAt, to),
        cursor &&
          or(
            lt(feedback.createdAt, cursor.at),
            and(eq(feedback.createdAt, cursor.at), lt(feedback.orderId, cursor.id)),
          ),
      ),
    )
    .orderBy(desc(feedback.createdAt), desc(feedback.orderId))
    .limit(limit)
}
