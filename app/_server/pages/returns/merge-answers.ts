import type { LineChoice } from '@/components/returns/items-model'
import type { MethodChoice } from '@/components/returns/method-model'
import type { OutcomeChoice } from '@/components/returns/outcomes-model'
import type { ReasonChoice } from '@/components/returns/reasons-model'

// A stale form meets what was kept meanwhile: what was just entered stands, and nothing that somebody chose elsewhere is lost.

/** Every line that either side has, with the larger number. */
export function mergeItems(kept: readonly LineChoice[], sent: readonly LineChoice[]): LineChoice[] {
  const of = (one: LineChoice) => `${one.orderId}/${one.lineId}`
  const totals = (all: readonly LineChoice[]) => {
    const byLine = new Map<string, LineChoice>()
    for (const one of all)
      byLine.set(of(one), { ...one, quantity: one.quantity + (byLine.get(of(one))?.quantity ?? 0) })
    return byLine
  }
  const merged = totals(kept)
  for (const [line, one] of totals(sent))
    merged.set(line, { ...one, quantity: Math.max(one.quantity, merged.get(line)?.quantity ?? 0) })
  return [...merged.values()]
}

export const mergeReasons = (kept: readonly ReasonChoice[], sent: readonly ReasonChoice[]): ReasonChoice[] =>
  kept.map((old) => {
    const one = sent.find(({ key }) => key === old.key)
    return {
      ...old,
      ...(one?.reason && { reason: one.reason, subReason: one.subReason }),
      ...(one?.comment && { comment: one.comment }),
    }
  })

export const mergeOutcomes = (
  kept: readonly OutcomeChoice[],
  sent: readonly OutcomeChoice[],
): OutcomeChoice[] =>
  kept.map((old) => sent.find(({ key, outcome }) => key === old.key && outcome !== null) ?? old)

export const mergeMethod = (kept: MethodChoice, sent: MethodChoice): MethodChoice =>
  sent.method === null ? kept : sent
