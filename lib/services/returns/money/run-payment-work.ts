import { eq } from 'drizzle-orm'
import { workReady } from '@/db/schema'
import { withShop } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import type { MoneyBackend, PayAnswer } from '@/lib/returns/money/backend'
import type { AskedPayment } from '@/lib/returns/money/payment-message'
import { claimWork } from '@/lib/services/claim-work'
import type { Context } from '@/lib/services/context'
import { noteAnswer } from './note-answer'
import { openBackend } from './open-backend'
import { settleReturn } from './settle-return'
import { readSettleWork } from './settle-work'
import { PAYMENT_LEASE_SECONDS, takePayment } from './take-payment'

/** Asks for a payment; where an earlier try's answer isn't known, first what became of that. */
async function ask(backend: MoneyBackend, asked: AskedPayment, isRetry: boolean): Promise<PayAnswer> {
  if (!isRetry) return backend.pay(asked)
  const found = await backend.find(asked)
  if (found.kind === 'unsure') return found
  return found.kind === 'found' ? { ...found, kind: 'sent' } : backend.pay(asked)
}

async function settle(context: Context, shopId: ShopId, work: { workId: string; returnId: string }) {
  await withShop(context.db, shopId, async (tx) => {
    if (!(await claimWork(tx, work.workId, context.now(), PAYMENT_LEASE_SECONDS))) return
    await settleReturn(tx, context, shopId, work.returnId)
    await tx.delete(workReady).where(eq(workReady.id, work.workId))
  })
}

async function pay(context: Context, shopId: ShopId, paymentId: string): Promise<void> {
  const taken = await withShop(context.db, shopId, (tx) => takePayment(context, tx, shopId, paymentId))
  if (!taken) return
  const { asked, backend, isRetry } = taken
  const answer = await ask(openBackend(context, shopId, backend, taken), asked, isRetry)
  const next = await withShop(context.db, shopId, (tx) => noteAnswer(context, tx, shopId, asked, answer))
  const work = next === null ? null : readSettleWork(next)
  if (work) await settle(context, shopId, work)
}

/**
 * Asks for one payment, or ends a return whose payments are all sent. The row says `asked` before anybody is called, so that
 * after a crash in the middle the backend is asked what became of it before anything is paid. Safe to call twice or at once.
 */
export async function runPaymentWork(context: Context, shopId: ShopId, subject: string): Promise<void> {
  const work = readSettleWork(subject)
  await (work ? settle(context, shopId, work) : pay(context, shopId, subject))
}
