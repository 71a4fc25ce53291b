import type { Draft, DraftItem } from '@/lib/returns/draft'
import type { DraftItemView, DraftView } from '@/lib/returns/draft-view'
import { exchangeOf } from './assemble-view'
import { withItems } from './changes/changed'

/** A choice that the policy no longer offers is asked for again; so is a variant that is gone. */
function settledItem(view: DraftView, { item, line, decision }: DraftItemView): DraftItem {
  const keepsReason = item.reason !== null && decision.reasons.includes(item.reason)
  const sends = item.outcome === 'exchange_variant' || item.outcome === 'exchange_product'
  const keepsOutcome =
    keepsReason &&
    item.outcome !== null &&
    decision.outcomes.includes(item.outcome) &&
    (!sends || exchangeOf(item, line, view) !== null)
  return {
    ...item,
    reason: keepsReason ? item.reason : null,
    subReason: keepsReason ? item.subReason : null,
    outcome: keepsOutcome ? item.outcome : null,
    exchangeSku: keepsOutcome ? item.exchangeSku : null,
    box: Math.min(item.box, view.draft.boxes),
  }
}

/**
 * A draft without what no longer fits what was chosen before it; everything else stays. Taking something away may take the ground
 * from something else: asked again of what it gives, it comes to rest, since it only ever takes away.
 */
export function settleDraft(view: DraftView): Draft {
  const { draft, decision, items } = view
  const keepsMethod = draft.method !== null && decision.methods.includes(draft.method)
  const settled = items.map((one) => settledItem(view, one))
  return {
    ...withItems(draft, settled),
    method: keepsMethod ? draft.method : null,
    store: keepsMethod ? draft.store : null,
    pickupDay: keepsMethod ? draft.pickupDay : null,
    own: keepsMethod ? draft.own.filter(({ box }) => box <= draft.boxes) : [],
  }
}
