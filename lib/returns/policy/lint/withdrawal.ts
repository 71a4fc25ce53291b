import type { Condition } from '@/lib/returns/policy/condition'
import { STATUTORY_DAYS } from '@/lib/returns/policy/decide-window'
import type { Policy } from '@/lib/returns/policy/schema'

/** The European Union and the European Economic Area, where the Consumer Rights Directive holds. */
const EU = [
  ...['AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GR', 'HR', 'HU', 'IE', 'IS', 'IT'],
  ...['LI', 'LT', 'LU', 'LV', 'MT', 'NL', 'NO', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK'],
]

/** An EU consumer's withdrawal in its fourteen days: what the shop's own rules may not make dearer or narrower. */
export const statutoryCase = ({ window }: Pick<Policy, 'window'>): Condition[] => [
  { fact: 'return.ground', is: 'withdrawal' },
  { fact: 'order.country', in: EU },
  { fact: 'return.gift', is: false },
  { fact: 'line.daysSinceDelivery', atMost: STATUTORY_DAYS },
  // Where the document counts from delivery, both count the same days.
  ...(window.from === 'delivery' ? [{ fact: 'line.daysSinceStart' as const, atMost: STATUTORY_DAYS }] : []),
]

/** How a rule says that it leaves withdrawals alone. */
export const WAY_OUT = 'leave withdrawals out with {"not": {"fact": "return.ground", "is": "withdrawal"}}'

/** Whether a shop's methods reach any EU consumer at all. */
export const reachesEu = (methods: readonly { countries: readonly string[] }[]): boolean =>
  methods.some(({ countries }) => countries.length === 0 || countries.some((country) => EU.includes(country)))
