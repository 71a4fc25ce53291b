import type { Return } from '@/lib/returns/return'

type Kind = Return['payments'][number]['kind']

/** What a return gives of a kind: the payments once they are planned, before that the confirmed sum less deductions. */
export function amountOf(back: Return, kind: Extract<Kind, 'refund' | 'credit'>): number {
  const planned = back.payments.filter((payment) => payment.kind === kind)
  if (planned.length > 0) return planned.reduce((sum, { amount }) => sum + amount, 0)
  const outcome = kind === 'refund' ? 'refund' : 'store_credit'
  const deducted = back.items
    .filter((item) => item.outcome === outcome)
    .reduce((sum, { deduction }) => sum + deduction, 0)
  return Math.max(0, back.quote[kind] - deducted)
}

/** Whether money goes to the shopper, or has gone, whatever became of the return. */
export const givesMoney = ({ payments }: Pick<Return, 'payments'>): boolean =>
  payments.some(({ kind }) => kind === 'refund' || kind === 'credit')

export const deductedFrom = ({ items }: Pick<Return, 'items'>): number =>
  items.reduce((sum, { deduction }) => sum + deduction, 0)
