import type { DraftView } from '@/lib/returns/draft-view'
import type { DraftStep } from '@/lib/shops/addresses'

/** The steps that everybody sees; another order is added beside the way. */
export type WayStep = Exclude<DraftStep, 'order'>

export const WAY_STEPS = ['items', 'reasons', 'outcomes', 'method', 'review'] as const satisfies WayStep[]

export type WayModel = { id: WayStep; state: 'done' | 'current' | 'ahead'; href: string | null }[]

/** Whether anything has to travel: what is kept needs no way back. */
const travels = ({ items }: Pick<DraftView, 'items'>): boolean =>
  items.some(({ item }) => item.outcome !== 'keep')

/** The steps of a draft: where nothing travels, nobody is asked how. */
export const stepsOf = (view: Pick<DraftView, 'items'>): WayStep[] =>
  WAY_STEPS.filter((step) => step !== 'method' || travels(view))

/** The way with its place; what was answered can be opened again. */
export function wayModel(
  steps: readonly WayStep[],
  current: WayStep,
  href: (step: WayStep) => string,
): WayModel {
  const at = steps.indexOf(current)
  return steps.map((id, index) => ({
    id,
    state: index < at ? 'done' : index === at ? 'current' : 'ahead',
    href: index < at ? href(id) : null,
  }))
}
