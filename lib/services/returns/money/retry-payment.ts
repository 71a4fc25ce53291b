import { and, eq } from 'drizzle-orm'
import { returnPayments, workReady } from '@/db/schema'
import { withShop } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Context } from '@/lib/services/context'

/** Has a payment that failed asked for again: first what became of the earlier tries, since one may have gone through. */
export const retryPayment = (
  { db, now }: Context,
  shopId: ShopId,
  paymentId: string,
): Promise<Result<null, 'not_found'>> =>
  withShop(db, shopId, async (tx) => {
    const [row] = await tx
      .update(returnPayments)
      .set({ state: 'asked', tries: 0, updatedAt: now() })
      .where(
        and(
          eq(returnPayments.shopId, shopId),
          eq(returnPayments.id, paymentId),
          eq(returnPayments.state, 'failed'),
        ),
      )
      .returning({ id: returnPayments.id })
    if (!row) return fail('not_found')
    await tx
      .insert(workReady)
      .values({ id: row.id, shopId, kind: 'payment', subject: row.id, dueAt: now(), attempts: 0 })
    return ok(null)
  })
