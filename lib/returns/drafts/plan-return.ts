import type { DraftItem } from '@/lib/returns/draft'
import type { DraftItemView, DraftView } from '@/lib/returns/draft-view'
import type { Method } from '@/lib/returns/policy/schema'
import type { Quote } from '@/lib/returns/quote'
import type { ChosenMethod, ReturnItem } from '@/lib/returns/return'
import { exchangeOf } from './assemble-view'

type PlannedItem = Pick<
  ReturnItem,
  | 'key'
  | 'orderId'
  | 'lineId'
  | 'title'
  | 'variant'
  | 'sku'
  | 'quantity'
  | 'reason'
  | 'subReason'
  | 'comment'
  | 'outcome'
  | 'exchange'
  | 'box'
  | 'paid'
>

export type PlannedBox = {
  box: number
  /** The shopper's own parcel. */
  own: { carrier: string; number: string | null } | null
}

export type PlannedReturn = { method: ChosenMethod; quote: Quote; items: PlannedItem[]; boxes: PlannedBox[] }

/** What stands for a method where everything is kept. */
const NO_WAY: ChosenMethod = { id: 'none', kind: 'own_carrier', store: null, pickupDay: null }

function chosenMethod(method: Method | undefined, { store, pickupDay }: DraftView['draft']): ChosenMethod {
  if (!method) return NO_WAY
  const { id, kind } = method
  const place = kind === 'store' ? method.stores.find((one) => one.id === store) : undefined
  return {
    id,
    kind,
    store: place ? { id: place.id, name: place.name, address: place.address } : null,
    pickupDay,
  }
}

function plannedItem(view: DraftView, quote: Quote, { item, line }: DraftItemView): PlannedItem[] {
  const { key, orderId, lineId, quantity, reason, subReason, comment, outcome, box } = item
  const quoted = quote.items.find((one) => one.key === key)
  if (!quoted || reason === null || outcome === null) return []
  const { title, variant, sku } = line
  const sent = exchangeOf(item, line, view)
  return [
    {
      key,
      orderId,
      lineId,
      title,
      variant,
      sku,
      quantity,
      reason,
      subReason,
      comment,
      outcome,
      exchange: sent && { sku: sent.sku, title: sent.title, variant: sent.variant, price: sent.price },
      box,
      paid: quoted.paid.amount,
    },
  ]
}

const travels = ({ outcome }: DraftItem): boolean => outcome !== 'keep'

/**
 * What a complete draft becomes: everything of money out of the quote, everything of words as the order and the policy have them
 * now. Null while something is missing.
 */
export function planReturn(view: DraftView): PlannedReturn | null {
  const { draft, policy, quote } = view
  if (!quote) return null
  const items = view.items.flatMap((item) => plannedItem(view, quote, item))
  if (items.length < draft.items.length || items.length === 0) return null
  const travelling = draft.items.filter(travels)
  const method = policy.methods.find(({ id }) => id === draft.method)
  const boxes = [...new Set(travelling.map(({ box }) => box))].sort((a, b) => a - b)
  return {
    quote,
    items,
    method: travelling.length > 0 ? chosenMethod(method, draft) : NO_WAY,
    boxes: boxes.map((box) => ({ box, own: draft.own.find((parcel) => parcel.box === box) ?? null })),
  }
}
