import { and, eq } from 'drizzle-orm'
import { returns } from '@/db/schema'
import { withShop } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import type { Context } from '@/lib/services/context'
import { tellMerchant } from '@/lib/services/tell-merchant'
import { changeReturn } from './change-return'
import { setClock, stopClock } from './return-clock'

const CLOCK = { actor: 'system', name: 'clock' } as const

/**
 * Looks at a return that nobody has handed in: a reminder before the last day, once for each last day; after it the return
 * expires, its labels are voided and what was set aside is free again. A scan has stopped the clock.
 */
export const runReturnClock = (context: Context, shopId: ShopId, returnId: string): Promise<void> =>
  withShop(context.db, shopId, async (tx) => {
    const now = context.now()
    const [row] = await tx
      .select()
      .from(returns)
      .where(and(eq(returns.shopId, shopId), eq(returns.id, returnId)))
      .for('update')
    const expiresAt = row?.labelExpiresAt
    const waits = (row?.state === 'approved' || row?.state === 'label_issued') && row.sentAt === null
    if (!row || !expiresAt || !waits) return stopClock(tx, shopId, returnId)
    if (now > expiresAt) {
      await changeReturn(tx, context, shopId, { id: returnId }, CLOCK, { event: 'expire' })
      return stopClock(tx, shopId, returnId)
    }
    const lastDay = expiresAt.toISOString()
    await tellMerchant(
      tx,
      shopId,
      {
        subjectType: 'return',
        subject: returnId,
        milestone: 'label_reminder',
        occurrence: lastDay,
        payload: { number: row.number, state: row.state, labelExpiresAt: lastDay },
      },
      now,
    )
    await setClock(tx, shopId, returnId, new Date(expiresAt.getTime() + 1))
  })
