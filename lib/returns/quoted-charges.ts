import { percentOf, sumOf } from '@/lib/core/money'
import { isFeeFor } from './policy/decide-fees'
import type { Fee } from './policy/schema'
import type { QuotedCharge, QuotedItem } from './quote'
import type { AskedItem, AskedMethod, QuoteInput } from './quote-input'

/** An item with what was paid for it and what the policy says of it. */
export type ChargedItem = Pick<QuotedItem, 'key' | 'orderId' | 'quantity' | 'outcome' | 'paid'> &
  Pick<AskedItem, 'decision'>

type Group = { fee: Fee; items: ChargedItem[] }

/** Which items bear a fee together: a fee of the whole return occurs once, however many lines it came from. */
const GROUPS = {
  return: () => '',
  order: ({ orderId }) => orderId,
  item: ({ key }) => key,
} as const satisfies Record<Fee['per'], (item: ChargedItem) => string>

function amountOf({ fee, items }: Group): number {
  const paid = sumOf(items.map((item) => item.paid.amount))
  if (fee.percent != null) return percentOf(paid, fee.percent)
  const pieces = fee.per === 'item' ? sumOf(items.map(({ quantity }) => quantity)) : 1
  return (fee.amount ?? 0) * pieces
}

/** Fees that the policy asks for; none where the fault is ours. A flat fee per item is one for each piece. */
export function feesOf(items: readonly ChargedItem[]): QuotedCharge[] {
  const groups = new Map<string, Group>()
  for (const item of items.filter(({ decision }) => !decision.ourFault))
    for (const fee of item.decision.fees.filter((one) => isFeeFor(one, item.outcome))) {
      const key = `${fee.id} ${GROUPS[fee.per](item)}`
      const group = groups.get(key)
      if (group) group.items.push(item)
      else groups.set(key, { fee, items: [item] })
    }
  return [...groups.values()]
    .map((group) => ({
      kind: 'fee' as const,
      id: group.fee.id,
      texts: group.fee.texts,
      amount: amountOf(group),
      item: group.fee.per === 'item' ? (group.items[0]?.key ?? null) : null,
    }))
    .filter(({ amount }) => amount > 0)
}

/** The method's price; none where it is free (as where the fault is ours), or nothing travels. */
export function methodCharge(
  items: readonly Pick<ChargedItem, 'outcome'>[],
  method: AskedMethod | null,
  freeMethods: QuoteInput['decision']['freeMethods'],
): QuotedCharge[] {
  const travels = items.some(({ outcome }) => outcome !== 'keep')
  if (!method || method.price === 0 || !travels || freeMethods.includes(method.id)) return []
  return [{ kind: 'method', id: method.id, texts: method.texts, amount: method.price, item: null }]
}
