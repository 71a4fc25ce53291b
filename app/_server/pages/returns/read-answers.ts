import { type LineChoice, takeField } from '@/components/returns/items-model'
import type { MethodChoice } from '@/components/returns/method-model'
import { exchangeField, type OutcomeChoice } from '@/components/returns/outcomes-model'
import { type ReasonChoice, subReasonField } from '@/components/returns/reasons-model'
import { draftFields } from '@/lib/returns/draft-fields'
import type { DraftView } from '@/lib/returns/draft-view'
import { OUTCOMES } from '@/lib/returns/vocabulary'

/** Only what a form of ours can have sent; whether it is allowed is asked later. */
const text = (form: URLSearchParams, name: string): string | null => form.get(name)?.trim() || null

const count = (value: string | null): number => {
  const number = Number(value ?? '1')
  return Number.isSafeInteger(number) && number > 0 ? number : 1
}

/** Every line that is ticked, with how many of it. */
export const readItems = ({ orders }: Pick<DraftView, 'orders'>, form: URLSearchParams): LineChoice[] =>
  orders
    .flatMap(({ lines }) => lines)
    .filter(({ orderId, id }) => form.has(takeField(orderId, id)))
    .map(({ orderId, id }) => ({
      orderId,
      lineId: id,
      quantity: count(form.get(draftFields.quantity(orderId, id))),
    }))

/** A reason for each item; of sub-reasons only those below the chosen one count. */
export const readReasons = ({ items }: Pick<DraftView, 'items'>, form: URLSearchParams): ReasonChoice[] =>
  items.map(({ item: { key } }) => {
    const reason = text(form, draftFields.reason(key))
    return {
      key,
      reason,
      subReason: reason && text(form, subReasonField(key, reason)),
      comment: text(form, draftFields.comment(key)),
    }
  })

/** An outcome for each item, with what is wanted instead. */
export const readOutcomes = ({ items }: Pick<DraftView, 'items'>, form: URLSearchParams): OutcomeChoice[] =>
  items.map(({ item: { key } }) => {
    const asked = text(form, draftFields.outcome(key))
    const outcome = OUTCOMES.find((one) => one === asked) ?? null
    return { key, outcome, exchangeSku: outcome && text(form, exchangeField(key, outcome)) }
  })

/** Boxes without gaps: who uses the first and the third has two. */
function closeRanks(boxOf: MethodChoice['boxOf']): Pick<MethodChoice, 'boxOf' | 'boxes'> {
  const used = [...new Set(boxOf.map(({ box }) => box))].sort((a, b) => a - b)
  return {
    boxOf: boxOf.map(({ key, box }) => ({ key, box: used.indexOf(box) + 1 })),
    boxes: Math.max(1, used.length),
  }
}

/** The way back, and which item travels in which box. */
export function readMethod({ items }: Pick<DraftView, 'items'>, form: URLSearchParams): MethodChoice {
  const travelling = items.filter(({ item }) => item.outcome !== 'keep')
  const ranks = closeRanks(
    travelling.map(({ item: { key } }) => ({ key, box: count(form.get(draftFields.box(key))) })),
  )
  return {
    method: text(form, draftFields.method),
    store: text(form, draftFields.store),
    pickupDay: text(form, draftFields.pickupDay),
    own: Array.from({ length: ranks.boxes }, (_, index) => ({
      box: index + 1,
      carrier: text(form, draftFields.carrier(index + 1)) ?? '',
      number: text(form, draftFields.number(index + 1)),
    })),
    ...ranks,
  }
}
