import type { Locale } from '@/lib/i18n/locales'
import { SLOT_PAGES, type SlotPage } from './pages'
import type { PlacedSlot } from './placed-slot'
import type { PlacementId } from './placement'
import { scheduleAt } from './schedule'
import { settingsOf } from './settings-of'
import type { SlotDefinition } from './slot'
import type { SlotData } from './slot-data'
import type { SlotFacts } from './slot-facts'
import { type Condition, missedBy } from './targeting'
import { ONLY_VARIANT, variantOf } from './variant-of'

/** Every kind of slot there is, by its name. */
export type SlotRegistry = Readonly<Record<string, SlotDefinition>>

/** A slot that stands on a page. */
export type ChosenSlot = {
  id: string
  /** Its kind. */
  slot: string
  placement: PlacementId
  variant: string
  /** As its kind has parsed them. */
  settings: unknown
}

/** Why one doesn't stand. */
export const LEFT_OUT = [
  'disabled',
  'unknown_slot',
  'wrong_placement',
  'not_yet',
  'over',
  'not_targeted',
  'unhappy',
  'objects',
  'invalid_settings',
  'nothing_to_say',
  'same_kind',
  'page_full',
  'placement_full',
] as const
export type LeftOut = (typeof LEFT_OUT)[number]

export type LeftSlot = {
  id: string
  slot: string
  placement: PlacementId
  because: LeftOut
  /** The conditions of its targeting that don't hold. */
  missed: Condition[]
}

export type SlotChoice = {
  chosen: Partial<Record<PlacementId, ChosenSlot[]>>
  left: LeftSlot[]
}

export type SlotCase = {
  placed: readonly PlacedSlot[]
  /** Variants that did harm. */
  stopped: readonly { slot: string; variant: string }[]
  facts: SlotFacts & { locale: Locale }
  data: SlotData
  registry: SlotRegistry
  page: SlotPage
  defaultLocale: Locale
  now: Date
}

/** Conditions that know what somebody has bought. */
const BY_PURCHASE: readonly Condition[] = ['orderValue', 'categories', 'tags', 'skus', 'buyer']

type Judged = { stands: ChosenSlot; marketing: boolean } | { because: LeftOut; missed?: Condition[] }

const is = (because: LeftOut, missed?: Condition[]): Judged => ({ because, ...(missed && { missed }) })

/** Whether a slot has reason to stand, whatever stands beside it. */
function judge(placed: PlacedSlot, { registry, stopped, facts, data, defaultLocale, now }: SlotCase): Judged {
  const kind = Object.hasOwn(registry, placed.slot) ? registry[placed.slot] : undefined
  if (!placed.enabled) return is('disabled')
  if (!kind) return is('unknown_slot')
  if (!kind.placements.includes(placed.placement)) return is('wrong_placement')
  const scheduled = scheduleAt(placed.schedule, now)
  if (scheduled !== 'running') return is(scheduled)
  const missed = missedBy(placed.targeting, facts, placed.id)
  if (missed.length > 0) return is('not_targeted', missed)
  const marketing = kind.purpose === 'marketing'
  if (marketing && facts.unhappy) return is('unhappy')
  const chosenByPurchase = marketing && BY_PURCHASE.some((name) => placed.targeting[name] !== undefined)
  if ((kind.personal || chosenByPurchase) && facts.objects) return is('objects')
  const variant = variantOf(placed, facts.seed, stopped)
  const parsed = kind.settings.safeParse(settingsOf(placed, variant, { locale: facts.locale, defaultLocale }))
  if (!parsed.success) return is('invalid_settings')
  if (!kind.speaks(parsed.data, data)) return is('nothing_to_say')
  const { id, slot, placement } = placed
  const stands = { id, slot, placement, variant: variant?.id ?? ONLY_VARIANT, settings: parsed.data }
  return { stands, marketing }
}

/** The higher priority first; those that are equal by their ids. */
const byPriority = (a: PlacedSlot, b: PlacedSlot): number =>
  b.priority - a.priority || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/**
 * Which slots stand where on a page, and why the others don't: a pure function of what it is given. Of one kind there is one on a
 * page, and of marketing no more than each of them allows.
 */
export function chooseSlots(given: SlotCase): SlotChoice {
  const choice: SlotChoice = { chosen: {}, left: [] }
  const here: readonly PlacementId[] = SLOT_PAGES[given.page]
  const kinds = new Set<string>()
  const sold: PlacementId[] = []
  for (const placed of given.placed
    .filter(({ placement }) => here.includes(placement))
    .toSorted(byPriority)) {
    const { id, slot, placement, caps } = placed
    const judged = judge(placed, given)
    const leave = (because: LeftOut, missed: Condition[] = []) =>
      choice.left.push({ id, slot, placement, because, missed })
    if ('because' in judged) leave(judged.because, judged.missed)
    else if (kinds.has(slot)) leave('same_kind')
    else if (judged.marketing && sold.length >= caps.page) leave('page_full')
    else if (judged.marketing && sold.filter((one) => one === placement).length >= caps.placement)
      leave('placement_full')
    else {
      kinds.add(slot)
      if (judged.marketing) sold.push(placement)
      choice.chosen[placement] = [...(choice.chosen[placement] ?? []), judged.stands]
    }
  }
  return choice
}
