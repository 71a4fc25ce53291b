import { isDeepStrictEqual } from 'node:util'
import type { DraftView } from '@/lib/returns/draft-view'
import { assembleView, type ViewInput } from './assemble-view'
import { settleDraft } from './settle-draft'

/** A draft's view without choices that no longer fit; each round takes something away, so there is a last one. */
export function settledView(input: ViewInput): DraftView {
  const view = assembleView(input)
  const draft = settleDraft(view)
  return isDeepStrictEqual(draft, view.draft)
    ? view
    : settledView({ ...input, source: { ...input.source, draft } })
}
