import type { ReturnState } from '@/lib/returns/vocabulary'
import type { MoneyFacts, MoneyItem, PaidBy } from './money-facts'

/** States in which a return owes what it promised; a settled one may still owe what an answer to an objection adds. */
const OWING: ReadonlySet<ReturnState> = new Set<ReturnState>([
  'approved',
  'label_issued',
  'in_transit',
  'received',
  'checked',
  'refunded',
  'exchanged',
  'credited',
])

const CALLED_OFF: ReadonlySet<ReturnState> = new Set<ReturnState>(['rejected', 'cancelled', 'expired'])

/** How much of an item is due. */
type ItemShare = {
  /** Pieces that are due now. */
  pieces: number
  /** Whether no more of it can become due. */
  final: boolean
}

const NOTHING: ItemShare = { pieces: 0, final: false }

export const isOwing = ({ state }: Pick<MoneyFacts, 'state'>): boolean => OWING.has(state)

/** Nothing of it is owed any longer but what the shopper has paid for it. */
export const isCalledOff = ({ state }: Pick<MoneyFacts, 'state'>): boolean => CALLED_OFF.has(state)

const hasSetOff = ({ sentAt, receivedAt }: Pick<MoneyFacts, 'sentAt' | 'receivedAt'>): boolean =>
  sentAt !== null || receivedAt !== null

/** An objection to its deduction isn't answered. */
export const isContested = ({ contestedAt, contestAnsweredAt }: MoneyItem): boolean =>
  contestedAt !== null && contestAnsweredAt === null

const isReceived = ({ receivedQuantity, quantity, checkedAt }: MoneyItem): boolean =>
  checkedAt !== null || receivedQuantity >= quantity

/** What a check found, or the whole item where nobody has looked yet. */
const found = ({ checkedAt, receivedQuantity, quantity }: MoneyItem): number =>
  checkedAt === null ? quantity : Math.min(receivedQuantity, quantity)

const REACHED = {
  first_scan: (item, facts) => (hasSetOff(facts) ? { pieces: found(item), final: true } : NOTHING),
  receipt: (item) => ({ pieces: Math.min(item.receivedQuantity, item.quantity), final: isReceived(item) }),
  check: (item) => (item.checkedAt === null ? NOTHING : { pieces: found(item), final: true }),
} as const satisfies Record<MoneyFacts['trigger'], (item: MoneyItem, facts: MoneyFacts) => ItemShare>

/** Whether a person has to decide first: on a list of the shop's, objected to, or found in a state that isn't paid by itself. */
const needsPerson = (item: MoneyItem, facts: MoneyFacts): boolean =>
  facts.blocked ||
  isContested(item) ||
  (item.checkedAt !== null && (item.grade === null || !facts.automaticGrades.includes(item.grade)))

/** How many pieces of an item are due, by the shop's rule or because a person said so. */
export function itemShare(item: MoneyItem, facts: MoneyFacts, by: PaidBy): ItemShare {
  if (!isOwing(facts)) return NOTHING
  if (by === 'merchant') return { pieces: found(item), final: true }
  if (needsPerson(item, facts)) return NOTHING
  if (item.outcome === 'keep') return { pieces: item.quantity, final: true }
  return REACHED[facts.trigger](item, facts)
}

const SHIPS = {
  at_once: () => true,
  first_scan: (_item, facts) => hasSetOff(facts),
  receipt: (item) => isReceived(item),
} as const satisfies Record<MoneyFacts['shipExchange'], (item: MoneyItem, facts: MoneyFacts) => boolean>

/** Whether what an item is exchanged for may leave now; a repaired thing can't before it has come. */
export function shipsNow(item: MoneyItem, facts: MoneyFacts, by: PaidBy): boolean {
  if (!isOwing(facts)) return false
  if (by === 'merchant') return true
  if (needsPerson(item, facts)) return false
  return (item.outcome === 'repair' ? SHIPS.receipt : SHIPS[facts.shipExchange])(item, facts)
}

/** Whether the shop has back what it sent something else for. */
export const isExchangeOver = (item: MoneyItem, facts: MoneyFacts): boolean =>
  facts.shipExchange === 'first_scan' && item.outcome !== 'repair' ? hasSetOff(facts) : isReceived(item)
