import { newId, type ShopId } from '@/lib/core/ids'

const MARK = 'settle'

/** The work of ending a return that may have sent all it owes: a transaction of its own, after the one that found it out. */
export function settleWork(shopId: ShopId, returnId: string, dueAt: Date) {
  const id = newId()
  return { id, shopId, kind: 'payment' as const, subject: `${MARK} ${id} ${returnId}`, dueAt, attempts: 0 }
}

/** The work and the return that a piece of it ends; null: it is a payment's. */
export function readSettleWork(subject: string): { workId: string; returnId: string } | null {
  const [mark, workId, returnId] = subject.split(' ')
  return mark === MARK && workId && returnId ? { workId, returnId } : null
}
