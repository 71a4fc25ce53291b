import { withShop } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import type { MoneyBackend } from '@/lib/returns/money/backend'
import { paymentMessage, paymentMilestone } from '@/lib/returns/money/payment-message'
import type { Context } from '@/lib/services/context'
import { tellMerchant } from '@/lib/services/tell-merchant'

/**
 * The merchant: is told what is due, and answers by `POST /api/v1/returns/{number}/refunds`. The outbox takes a message once,
 * so that asking again after a crash changes nothing.
 */
export const merchantBackend = ({ db, now }: Context, shopId: ShopId): MoneyBackend => ({
  pay: async (asked) => {
    await withShop(db, shopId, (tx) =>
      tellMerchant(
        tx,
        shopId,
        {
          subjectType: 'return',
          subject: asked.returnId,
          milestone: paymentMilestone(asked.kind, 'due'),
          occurrence: asked.key,
          payload: paymentMessage(asked),
        },
        now(),
      ),
    )
    return { kind: 'waiting' }
  },
  find: async () => ({ kind: 'none' }),
})
