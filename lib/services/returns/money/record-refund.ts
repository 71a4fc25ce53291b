import { and, eq, inArray } from 'drizzle-orm'
import { returnPayments, returns, workReady } from '@/db/schema'
import { type ShopTx, withShop } from '@/db/with-shop'
import { newId, type ShopId } from '@/lib/core/ids'
import { fail, ok, type Result } from '@/lib/core/result'
import { type MatchedReport, matchReport, type ReportRefusal } from '@/lib/returns/money/match-report'
import { type PaymentKind, partsWithin } from '@/lib/returns/money/payment'
import type { Return } from '@/lib/returns/return'
import { returnNumberKey } from '@/lib/returns/return-number'
import type { Context } from '@/lib/services/context'
import { shipExchanges } from '@/lib/services/returns/stock/ship-exchanges'
import { noteLate } from './note-late'
import { sealPaymentCode } from './payment-code'
import { planPayments } from './plan-payments'
import { readMoneyFacts } from './read-money-facts'
import { runPaymentWork } from './run-payment-work'
import { settleWork } from './settle-work'
import { silencePayment } from './withdraw-payments'

/** What a merchant says they sent, charged or shipped. */
export type RefundReport = {
  /** The payment's id, as the webhook named it; left out: by kind and order. */
  payment?: string | null | undefined
  /** `refund` where left out. */
  kind?: PaymentKind | undefined
  /** The order's number; left out: the only one that is owed for. */
  order?: string | null | undefined
  /** Minor units; left out: all of it. */
  amount?: number | null | undefined
  /** The merchant's own id of it. */
  reference?: string | null | undefined
  /** Now where left out. */
  sentAt?: Date | null | undefined
  /** A store credit's code, for the shopper. */
  code?: string | null | undefined
}

export type RefundRefusal = ReportRefusal | { code: 'unknown_return' } | { code: 'unknown_order' }

export type RecordedRefund = {
  payment: string
  kind: PaymentKind
  amount: number
  reference: string | null
  /** Whether the same was reported before. */
  known: boolean
  /** Whether it was owed no longer, and has happened all the same. */
  withdrawn: boolean
}

/** For the merchant, beside a payment. */
const LATE = 'It was sent although it had been withdrawn.'

const numberKey = (number: string): string => number.replace(/\s+/g, '').toUpperCase()

/** Writes a report down; null where a worker began to ask for it in the same moment. */
async function write(
  tx: ShopTx,
  { now, keyring }: Context,
  shopId: ShopId,
  { id: returnId, currency }: Return,
  matched: Exclude<MatchedReport, { kind: 'known' }>,
  report: RefundReport,
): Promise<string | null> {
  const id = matched.kind === 'fresh' ? newId() : matched.payment.id
  const late = matched.kind === 'withdrawn'
  const at = now()
  const sent = {
    state: 'sent' as const,
    reference: report.reference ?? null,
    sealedCode: report.code ? sealPaymentCode(keyring, shopId, id, report.code) : null,
    error: late ? LATE : null,
    sentAt: report.sentAt ?? at,
    updatedAt: at,
  }
  if (matched.kind !== 'fresh') {
    const { payment, amount } = matched
    const [row] = await tx
      .update(returnPayments)
      .set({
        ...sent,
        amount,
        details: { items: payment.items, ...partsWithin(payment, amount), late },
        backend: payment.backend === 'webhook' ? 'webhook' : 'manual',
      })
      .where(
        and(
          eq(returnPayments.shopId, shopId),
          eq(returnPayments.id, id),
          inArray(returnPayments.state, late ? ['withdrawn'] : ['due', 'waiting', 'failed']),
        ),
      )
      .returning({ id: returnPayments.id })
    if (!row) return null
    await tx.delete(workReady).where(eq(workReady.id, id))
    await silencePayment(tx, shopId, returnId, id)
    return id
  }
  const { kind, occurrence, orderId, amount, items, bonus, back, shipping } = matched.payment
  await tx.insert(returnPayments).values({
    shopId,
    id,
    returnId,
    kind,
    occurrence,
    orderId,
    amount,
    currency,
    details: { items, bonus, back, shipping },
    backend: 'manual',
    tries: 0,
    createdAt: at,
    ...sent,
  })
  return id
}

type Recorded = { answer: RecordedRefund; work: string | null }

async function record(
  tx: ShopTx,
  context: Context,
  shopId: ShopId,
  number: string,
  report: RefundReport,
): Promise<Result<Recorded, RefundRefusal>> {
  const [row] = await tx
    .select({ id: returns.id })
    .from(returns)
    .where(and(eq(returns.shopId, shopId), eq(returns.numberKey, returnNumberKey(number))))
  const read = row && (await readMoneyFacts(tx, shopId, row.id))
  if (!read) return fail({ code: 'unknown_return' })
  const { facts, returned } = read
  const order =
    report.order == null
      ? null
      : returned.orders.find((one) => numberKey(one.number) === numberKey(report.order ?? ''))
  if (order === undefined) return fail({ code: 'unknown_order' })
  const matched = matchReport(facts, {
    payment: report.payment ?? null,
    kind: report.kind ?? 'refund',
    orderId: order?.id ?? null,
    amount: report.amount ?? null,
    reference: report.reference ?? null,
  })
  if (!matched.ok) return matched
  const { payment } = matched.value
  if (matched.value.kind === 'known') {
    const { id, kind, amount, reference, late = false } = matched.value.payment
    const answer = { payment: id, kind, amount, reference, known: true, withdrawn: late }
    return ok({ answer, work: null })
  }
  const id = await write(tx, context, shopId, returned, matched.value, report)
  if (id === null) return fail({ code: 'payment_running' })
  const amount = matched.value.kind === 'fresh' ? payment.amount : matched.value.amount
  const withdrawn = matched.value.kind === 'withdrawn'
  if (matched.value.kind === 'withdrawn') await noteLate(tx, context, shopId, read, matched.value)
  // What is paid for now may leave; what was sent only in part is planned anew.
  await shipExchanges(tx, context, shopId, returned.id)
  await planPayments(tx, context, shopId, returned.id)
  const work = settleWork(shopId, returned.id, context.now())
  await tx.insert(workReady).values(work)
  const answer = {
    payment: id,
    kind: payment.kind,
    amount,
    reference: report.reference ?? null,
    known: false,
    withdrawn,
  }
  return ok({ answer, work: work.subject })
}

/**
 * Takes down what the merchant sent, charged or shipped: what they were told was due, or what they did by hand. The same report
 * twice is the same answer; more than is owed is refused with what is. Ends the return where that was the last of it.
 */
export async function recordRefund(
  context: Context,
  shopId: ShopId,
  number: string,
  report: RefundReport,
): Promise<Result<RecordedRefund, RefundRefusal>> {
  const recorded = await withShop(context.db, shopId, (tx) => record(tx, context, shopId, number, report))
  if (!recorded.ok) return recorded
  if (recorded.value.work) await runPaymentWork(context, shopId, recorded.value.work)
  return ok(recorded.value.answer)
}
