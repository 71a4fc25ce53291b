import { type PlacedSlot, placedSlotSchema } from './placed-slot'

const HELP = [
  { slot: 'address-fix', placement: 'under-status', priority: 900 },
  { slot: 'pickup-reminder', placement: 'under-status', priority: 850 },
  { slot: 'pickup-help', placement: 'under-status', priority: 800 },
  { slot: 'apology-voucher', placement: 'under-status', priority: 700 },
  { slot: 'contact', placement: 'under-status', priority: 600, targeting: { unhappy: true } },
  { slot: 'delivery-wishes', placement: 'under-items', priority: 500 },
]

const DEFAULTS: readonly PlacedSlot[] = HELP.map((body) => ({
  ...placedSlotSchema.parse(body),
  id: body.slot,
}))

/** What stands beside a shop's own slots: of what helps, each kind that the shop hasn't placed itself. */
export function defaultsBeside(placed: readonly Pick<PlacedSlot, 'id' | 'slot'>[]): PlacedSlot[] {
  const taken = new Set(placed.flatMap(({ id, slot }) => [id, slot]))
  return DEFAULTS.filter(({ slot }) => !taken.has(slot))
}

/** What helps stands on every shop's pages, until the shop places a slot of that kind itself. */
export const withDefaults = (placed: readonly PlacedSlot[]): PlacedSlot[] => [
  ...placed,
  ...defaultsBeside(placed),
]
