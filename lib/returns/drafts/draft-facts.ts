import { sumOf } from '@/lib/core/money'
import { dayIn } from '@/lib/returns/add-days'
import type { DraftItem } from '@/lib/returns/draft'
import type { CustomerFacts, Facts, LineFacts, OrderFacts, ReturnFacts } from '@/lib/returns/policy/facts'
import type { Policy } from '@/lib/returns/policy/schema'
import type { DraftSource, SourceLine, SourceOrder } from './draft-source'
import { groundOf } from './ground-of'
import { lineArrival } from './line-arrival'
import { type LineMoney, orderMoney } from './order-money'

const YEAR_DAYS = 365
const DAY_MS = 24 * 3600 * 1000

/** Whose facts these are, and on which day. */
export type FactsInput = { source: DraftSource; policy: Policy; now: Date; timeZone: string }

export type DraftFacts = {
  /** A line's facts as if nothing were chosen; null where the draft has no such line. */
  ofLine: (orderId: string, lineId: string) => Facts | null
  /** As chosen so far. */
  ofItem: (item: DraftItem) => Facts | null
}

type KnownLine = { order: OrderFacts; customer: CustomerFacts; line: LineFacts; money: LineMoney }

const keyOf = (orderId: string, lineId: string) => `${orderId}/${lineId}`

/** A present's giver is the shop's customer, but what they sent back before is told to nobody who was given it. */
function customerFacts(
  { source: { customer, draft }, now, timeZone }: FactsInput,
  order: SourceOrder,
): CustomerFacts {
  const known = { key: order.customerKey, tags: order.customerTags, orders: customer.orders }
  if (draft.gift) return { ...known, returns: 0, returnedOn: [], keptItems: 0, credits: 0, mistakes: 0 }
  const since = now.getTime() - 2 * YEAR_DAYS * DAY_MS
  return {
    ...known,
    returns: customer.returnedAt.length,
    returnedOn: customer.returnedAt.filter((at) => Date.parse(at) >= since).map((at) => dayIn(at, timeZone)),
    keptItems: customer.keptItems,
    credits: customer.credits,
    mistakes: customer.mistakes,
  }
}

/** The last of days; null when one isn't known. */
const lastOf = (days: readonly (string | null)[]): string | null =>
  days.includes(null)
    ? null
    : (days
        .flatMap((day) => day ?? [])
        .toSorted()
        .at(-1) ?? null)

function knownLines(input: FactsInput, order: SourceOrder): [string, KnownLine][] {
  const { timeZone } = input
  const money = orderMoney(order)
  const moneyOf = ({ id }: SourceLine) => money.get(id) ?? { paid: 0, paidEach: 0, returned: 0 }
  const arrivals = order.lines.map((line) => lineArrival(line, order.parcels, timeZone))
  const total = sumOf([...money.values()].map(({ paid }) => paid))
  const orderFacts: OrderFacts = {
    id: order.id,
    number: order.number,
    country: order.countryCode,
    currency: order.currency,
    placedOn: dayIn(order.placedAt, timeZone),
    tags: order.tags,
    channel: order.channel,
    total,
    discountCodes: order.discounts.flatMap(({ code }) => code ?? []),
    discount: sumOf(order.lines.map(({ unitPrice, quantity }) => unitPrice * quantity)) - total,
    returns: order.earlier.filter(({ state }) => state !== 'cancelled' && state !== 'rejected').length,
    dispatchedOn: lastOf(arrivals.map(({ dispatchedOn }) => dispatchedOn)),
  }
  const customer = customerFacts(input, order)
  return order.lines.map((line, index) => [
    keyOf(order.id, line.id),
    {
      order: orderFacts,
      customer,
      money: moneyOf(line),
      line: {
        orderId: order.id,
        id: line.id,
        sku: line.sku,
        category: line.category,
        tags: line.tags,
        vendor: line.vendor,
        price: line.unitPrice,
        paid: moneyOf(line).paidEach,
        quantity: line.quantity,
        returned: moneyOf(line).returned,
        ...(arrivals[index] ?? { dispatchedOn: null, deliveredOn: null, awaited: false }),
      },
    },
  ])
}

/** Everything that the policy is asked about a draft. */
export function draftFacts(input: FactsInput): DraftFacts {
  const { source, policy, now, timeZone } = input
  const { draft } = source
  const today = dayIn(now, timeZone)
  const lines = new Map(source.orders.flatMap((order) => knownLines(input, order)))
  const piecesOf = (orderId: string, lineId: string) =>
    sumOf(
      draft.items
        .filter((item) => item.orderId === orderId && item.lineId === lineId)
        .map((item) => item.quantity),
    )
  const isWhole = (orderId: string) =>
    [...lines.values()]
      .filter(({ order }) => order.id === orderId)
      .every(({ line }) => line.returned + piecesOf(orderId, line.id) >= line.quantity)
  const worthOf = ({ orderId, lineId, quantity }: DraftItem): number => {
    const known = lines.get(keyOf(orderId, lineId))
    return known ? Math.floor((known.money.paid * quantity) / known.line.quantity) : 0
  }
  const chosen: Omit<ReturnFacts, 'wholeOrder'> = {
    ground: groundOf(draft.items),
    gift: draft.gift,
    method: draft.method,
    methodKind: policy.methods.find(({ id }) => id === draft.method)?.kind ?? null,
    items: sumOf(draft.items.map(({ quantity }) => quantity)),
    value: sumOf(draft.items.map(worthOf)),
  }
  return {
    ofLine: (orderId, lineId) => {
      const known = lines.get(keyOf(orderId, lineId))
      return (
        (known && {
          today,
          customer: known.customer,
          order: known.order,
          line: known.line,
          choice: { quantity: 0, reason: null, subReason: null, outcome: null, photos: 0 },
          return: {
            ground: 'goodwill',
            gift: draft.gift,
            method: null,
            methodKind: null,
            items: 0,
            value: 0,
            wholeOrder: false,
          },
        }) ??
        null
      )
    },
    ofItem: ({ orderId, lineId, quantity, reason, subReason, outcome, photos }) => {
      const known = lines.get(keyOf(orderId, lineId))
      return (
        (known && {
          today,
          customer: known.customer,
          order: known.order,
          line: known.line,
          choice: { quantity, reason, subReason, outcome, photos: photos.length },
          return: { ...chosen, wholeOrder: isWhole(orderId) },
        }) ??
        null
      )
    },
  }
}
