import { and, eq } from 'drizzle-orm'
import { returnPayments, workReady } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import type { PayAnswer } from '@/lib/returns/money/backend'
import type { AskedPayment } from '@/lib/returns/money/payment-message'
import type { Context } from '@/lib/services/context'
import { tellMerchant } from '@/lib/services/tell-merchant'
import { sealPaymentCode } from './payment-code'
import { settleWork } from './settle-work'

/** Wait before try n+1, in seconds: about three days together, then a person has to look. */
const RETRY_SECONDS = [120, 300, 1800, 7200, 18_000, 43_200, 86_400, 86_400] as const

const mine = (shopId: ShopId, id: string) => and(eq(returnPayments.shopId, shopId), eq(returnPayments.id, id))

async function giveUp(
  tx: ShopTx,
  shopId: ShopId,
  asked: AskedPayment,
  { row, tries, unsure }: { row: typeof returnPayments.$inferSelect; tries: number; unsure: boolean },
  words: string,
  now: Date,
): Promise<void> {
  const { key, kind, returnId, returnNumber, orderNumber, amount, currency } = asked
  await tx
    .update(returnPayments)
    .set({ state: 'failed', error: words, details: { ...row.details, unsure }, tries, updatedAt: now })
    .where(mine(shopId, key))
  await tellMerchant(
    tx,
    shopId,
    {
      subjectType: 'return',
      subject: returnId,
      milestone: 'payment_failed',
      occurrence: `${key}:${tries}`,
      payload: { number: returnNumber, payment: key, kind, order: orderNumber, amount, currency, words },
    },
    now,
  )
}

/**
 * Writes down what a backend said. Whatever the merchant has recorded meanwhile stays. Answers with the work of ending the
 * return, where this may have been the last payment.
 */
export async function noteAnswer(
  { now, keyring }: Context,
  tx: ShopTx,
  shopId: ShopId,
  asked: AskedPayment,
  answer: PayAnswer,
): Promise<string | null> {
  const at = now()
  const [row] = await tx.select().from(returnPayments).where(mine(shopId, asked.key)).for('update')
  const done = () => tx.delete(workReady).where(eq(workReady.id, asked.key))
  if (row?.state !== 'asked') {
    await done()
    return null
  }
  const tries = row.tries + 1
  switch (answer.kind) {
    case 'sent': {
      const sealedCode = answer.code && sealPaymentCode(keyring, shopId, asked.key, answer.code)
      await tx
        .update(returnPayments)
        .set({
          state: 'sent',
          reference: answer.reference,
          sealedCode,
          error: null,
          tries,
          sentAt: at,
          updatedAt: at,
        })
        .where(mine(shopId, asked.key))
      await done()
      const work = settleWork(shopId, asked.returnId, at)
      await tx.insert(workReady).values(work)
      return work.subject
    }
    case 'waiting':
      await tx
        .update(returnPayments)
        .set({ state: 'waiting', error: null, tries, updatedAt: at })
        .where(mine(shopId, asked.key))
      await done()
      return null
    case 'refused':
      await giveUp(tx, shopId, asked, { row, tries, unsure: false }, answer.words, at)
      await done()
      return null
    case 'unsure': {
      const wait = RETRY_SECONDS[tries - 1]
      if (wait === undefined) {
        const words = `${answer.words}; whether it was paid is not known`
        await giveUp(tx, shopId, asked, { row, tries, unsure: true }, words, at)
        await done()
        return null
      }
      await tx
        .update(returnPayments)
        .set({ error: answer.words, tries, updatedAt: at })
        .where(mine(shopId, asked.key))
      const dueAt = new Date(at.getTime() + wait * 1000)
      await tx.update(workReady).set({ dueAt, attempts: tries }).where(eq(workReady.id, asked.key))
      return null
    }
  }
}
