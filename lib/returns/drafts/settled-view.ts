import { isDeepStrictEqual } from 'node:util'
import type { DraftView } from '@/lib/returns/draft-view'
import { assembleView, type ViewInput } from './assemble-view'
import { settleDraft } from './settle-draft'

/** Each round takes something away, so there is a last one. */
function settle(input: ViewInput): DraftView {
  const view = assembleView(input)
  const draft = settleDraft(view)
  return isDeepStrictEqual(draft, view.draft)
    ? view
    : settle({ ...input, source: { ...input.source, draft } })
}

/** A draft's view without choices that no longer fit. */
export function settledView(input: ViewInput): DraftView {
  const view = settle(input)
  const asked = new Set(
    input.source.draft.items.filter(({ outcome }) => outcome !== null).map(({ key }) => key),
  )
  const lost = view.items.filter(({ item }) => item.outcome === null && asked.has(item.key))
  return { ...view, lost: lost.map(({ item }) => item.key) }
}
