import type { Return } from '@/lib/returns/return'
import type { ReturnNeed } from './merchant-return-types'

/** What a person has to do for a return; lists are filtered by the same (`NEEDS` of db/queries/read-return.ts). */
export function needsOf({ state, payments, items }: Return): ReturnNeed[] {
  const holds: Record<ReturnNeed, boolean> = {
    review: state === 'needs_review',
    check: state === 'received',
    money:
      state === 'checked' ||
      payments.some((payment) => payment.state === 'waiting' || payment.state === 'failed'),
    answer: items.some((item) => item.contestedAt !== null && item.contestAnsweredAt === null),
  }
  return (['review', 'check', 'money', 'answer'] as const).filter((need) => holds[need])
}
