import type { z } from 'zod'
import type { Talk } from '@/lib/i18n/translator'
import type { PlacementId } from './placement'

/** What a slot is for: decides whether it may stand in an unhappy state, and whether it needs unpersonalised content. */
export type SlotPurpose = 'marketing' | 'service' | 'help'

/** What a slot's component is given beside its settings and its data. */
export type SlotContext = {
  talk: Talk
  /** Minor units. */
  currency: string
  /** Where its links go through: counted without a person, and only to the shop's own hosts. */
  go: (target: string) => string
  /** Where its form is posted; null: it has none. */
  action: string | null
}

/** One kind of slot: the only thing that its file defines. `load` names the data that a page's one read must bring along. */
export type SlotDefinition<S extends z.ZodType, D> = {
  id: string
  purpose: SlotPurpose
  /** Content is chosen by what somebody bought or did. */
  personal: boolean
  placements: readonly PlacementId[]
  settings: S
  /** What the page's read has to bring for it: products, a voucher, opening hours, …; null: nothing. */
  needs: 'products' | 'voucher' | 'pickup' | 'items' | 'loyalty' | null
  Slot: (props: { settings: z.output<S>; data: D; context: SlotContext }) => React.ReactNode
}
