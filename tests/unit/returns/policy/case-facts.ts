import type { Facts } from '@/lib/returns/policy/facts'
import { GROUNDS, OUTCOMES } from '@/lib/returns/vocabulary'
import { usualFacts } from './usual-facts'

type Given = (facts: Facts, text: string) => void

const textOf = (text: string): string | null => (text === '-' ? null : text)
const listOf = (text: string): string[] => text.split(',').map((part) => part.trim())
const cents = (text: string): number => Math.round(Number(text) * 100)
const oneOf = <T extends string>(all: readonly T[], text: string): T => {
  const found = all.find((one) => one === text)
  if (!found) throw new Error(`${text} is none of ${all.join(', ')}`)
  return found
}

/** What the column "Given" may name. */
const GIVEN: Record<string, Given> = {
  today: (facts, text) => Object.assign(facts, { today: text }),
  placed: ({ order }, text) => Object.assign(order, { placedOn: text }),
  dispatched: ({ order, line }, text) => {
    order.dispatchedOn = textOf(text)
    line.dispatchedOn = textOf(text)
  },
  delivered: ({ line }, text) => Object.assign(line, { deliveredOn: textOf(text) }),
  awaited: ({ line }, text) => Object.assign(line, { awaited: text === 'yes' }),
  country: ({ order }, text) => Object.assign(order, { country: textOf(text) }),
  channel: ({ order }, text) => Object.assign(order, { channel: textOf(text) }),
  'order tag': ({ order }, text) => Object.assign(order, { tags: listOf(text) }),
  'order returns': ({ order }, text) => Object.assign(order, { returns: Number(text) }),
  code: ({ order }, text) => Object.assign(order, { discountCodes: listOf(text) }),
  category: ({ line }, text) => Object.assign(line, { category: textOf(text) }),
  tag: ({ line }, text) => Object.assign(line, { tags: listOf(text) }),
  sku: ({ line }, text) => Object.assign(line, { sku: textOf(text) }),
  price: ({ line }, text) => Object.assign(line, { price: cents(text) }),
  paid: ({ line }, text) => Object.assign(line, { paid: cents(text) }),
  pieces: ({ line }, text) => Object.assign(line, { quantity: Number(text) }),
  returned: ({ line }, text) => Object.assign(line, { returned: Number(text) }),
  customer: ({ customer }, text) => Object.assign(customer, { key: textOf(text) }),
  'customer tag': ({ customer }, text) => Object.assign(customer, { tags: listOf(text) }),
  'customer orders': ({ customer }, text) => Object.assign(customer, { orders: Number(text) }),
  'customer returns': ({ customer }, text) => Object.assign(customer, { returns: Number(text) }),
  'returned on': ({ customer }, text) => Object.assign(customer, { returnedOn: listOf(text) }),
  'kept items': ({ customer }, text) => Object.assign(customer, { keptItems: Number(text) }),
  credits: ({ customer }, text) => Object.assign(customer, { credits: Number(text) }),
  mistakes: ({ customer }, text) => Object.assign(customer, { mistakes: Number(text) }),
  reason: ({ choice }, text) => Object.assign(choice, { reason: text }),
  'sub-reason': ({ choice }, text) => Object.assign(choice, { subReason: text }),
  outcome: ({ choice }, text) => Object.assign(choice, { outcome: oneOf(OUTCOMES, text) }),
  ground: (facts, text) => Object.assign(facts.return, { ground: oneOf(GROUNDS, text) }),
  gift: (facts, text) => Object.assign(facts.return, { gift: text === 'yes' }),
  value: (facts, text) => Object.assign(facts.return, { value: cents(text) }),
  'whole order': (facts, text) => Object.assign(facts.return, { wholeOrder: text === 'yes' }),
}

/** The facts of a row: the usual ones, and what its column "Given" names. */
export function caseFacts(given: string): Facts {
  const facts = usualFacts()
  for (const part of given.split(';').map((one) => one.trim())) {
    if (part === '') continue
    const [name = '', ...rest] = part.split(':')
    const set = GIVEN[name.trim()]
    if (!set) throw new Error(`«${name}» is no name of the column Given`)
    set(facts, rest.join(':').trim())
  }
  return facts
}
