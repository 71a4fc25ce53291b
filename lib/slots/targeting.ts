import { statusOf } from '@/lib/parcels/status'
import { inShare } from './in-share'
import type { SlotFacts } from './slot-facts'
import type { Targeting } from './targeting-rule'

const lower = (text: string): string => text.toLowerCase()

const anyOf = (wanted: readonly string[], held: readonly string[]): boolean => {
  const known = new Set(held.map(lower))
  return wanted.some((one) => known.has(lower(one)))
}

const within = (value: number | null, { from, to }: { from?: number | undefined; to?: number | undefined }) =>
  value !== null && value >= (from ?? Number.NEGATIVE_INFINITY) && value <= (to ?? Number.POSITIVE_INFINITY)

const BUYERS = {
  first: (orders: number) => orders <= 1,
  repeat: (orders: number) => orders > 1,
} as const

export type Condition = keyof Targeting

type Holds<K extends Condition> = (
  asked: NonNullable<Targeting[K]>,
  facts: SlotFacts,
  slotId: string,
) => boolean

/** One row a condition; what isn't known holds for none. */
const CONDITIONS: { readonly [K in Condition]: Holds<K> } = {
  statuses: (asked, { statuses }) =>
    statuses.some((code) => asked.includes(code) || asked.includes(statusOf(code))),
  unhappy: (asked, { unhappy }) => asked === unhappy,
  locales: (asked, { locale }) => asked.some((one) => one === locale),
  countries: (asked, { country }) => country !== null && asked.includes(country),
  carriers: (asked, { carriers }) => anyOf(asked, carriers),
  orderValue: (asked, { orderValue, currency }) => asked.currency === currency && within(orderValue, asked),
  categories: (asked, { categories }) => anyOf(asked, categories),
  tags: (asked, { tags }) => anyOf(asked, tags),
  skus: (asked, { skus }) => anyOf(asked, skus),
  buyer: (asked, { orders }) => orders !== null && BUYERS[asked](orders),
  delayed: (asked, { delayed }) => asked === delayed,
  daysSinceDelivery: (asked, { daysSinceDelivery }) => within(daysSinceDelivery, asked),
  share: (asked, { seed }, slotId) => inShare(asked, seed, slotId),
}

const CONDITION_NAMES = Object.keys(CONDITIONS) as Condition[]

function holds<K extends Condition>(
  name: K,
  targeting: Targeting,
  facts: SlotFacts,
  slotId: string,
): boolean {
  const asked = targeting[name]
  const condition: Holds<K> = CONDITIONS[name]
  return asked === undefined || condition(asked, facts, slotId)
}

/** The conditions that don't hold, in their order; none: the slot is meant. Total, and the same for the same facts. */
export const missedBy = (targeting: Targeting, facts: SlotFacts, slotId: string): Condition[] =>
  CONDITION_NAMES.filter((name) => !holds(name, targeting, facts, slotId))
