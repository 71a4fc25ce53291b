import type { z } from 'zod'
import type { Locale } from '@/lib/i18n/locales'
import type { Talk } from '@/lib/i18n/translator'
import type { Shop } from '@/lib/shops/shop'
import type { PlacementId } from './placement'
import type { SlotData } from './slot-data'

/** What a slot is for: decides whether it may stand in an unhappy state, and whether it needs unpersonalised content. */
export type SlotPurpose = 'marketing' | 'service' | 'help'

/** Where a slot's form is posted; each answers 303 to the page that it stood on. */
export type SlotActions = {
  feedback: string
  newsletter: string
}

/** What a slot's component is given beside its settings and its data. */
export type SlotContext = {
  talk: Talk
  locale: Locale
  shop: Pick<Shop, 'name' | 'help'>
  /** The calendar day in the shop's zone, `YYYY-MM-DD`. */
  today: string
  /** The placed slot's own id, stable in the page; part of element ids. */
  id: string
  /** Where its links go through: counted without a person. What isn't on the shop's own hosts comes back as it is. */
  go: (target: string) => string
  actions: SlotActions
  /** Within a frame, what leaves it opens in the shop's page. */
  framed: boolean
}

export type SlotProps<S extends z.ZodType> = { settings: z.output<S>; data: SlotData; context: SlotContext }

/** One kind of slot: the only thing that its file defines. */
export type SlotDefinition<S extends z.ZodType = z.ZodType> = {
  /** `[a-z0-9-]`, e.g. `review-request`. */
  id: string
  purpose: SlotPurpose
  /** Content is chosen by what somebody bought or did: left out for who objects to that. */
  personal: boolean
  placements: readonly PlacementId[]
  /** Parses `{}` wherever a merchant has to say nothing. */
  settings: S
  /** Whether it has something to say with this data; one that hasn't takes no room. */
  speaks(settings: z.output<S>, data: SlotData): boolean
  Slot(props: SlotProps<S>): React.ReactNode
}

/** Ties a slot's settings to what its component is given. */
export const defineSlot = <S extends z.ZodType>(definition: SlotDefinition<S>): SlotDefinition<S> =>
  definition
