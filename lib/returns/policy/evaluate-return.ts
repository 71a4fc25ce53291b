import type { Phrase } from '@/lib/returns/phrase'
import { EXCHANGE_SHIPPING, REFUND_TRIGGERS } from '@/lib/returns/vocabulary'
import type { LineDecision, ReturnDecision } from './decision'
import { evaluateLine } from './evaluate-line'
import type { Facts } from './facts'
import type { Policy } from './schema'
import { say } from './words'

type Asked = { facts: Facts; decision: LineDecision }

const travels = ({ facts }: Asked): boolean => facts.choice.outcome !== 'keep'

/** The latest of the moments in their order: what holds for all is what the strictest asks for. */
const strictest = <T>(order: readonly T[], chosen: readonly T[], usual: T): T =>
  chosen.reduce((a, b) => (order.indexOf(a) < order.indexOf(b) ? b : a), chosen[0] ?? usual)

const unique = (phrases: readonly Phrase[]): Phrase[] => [
  ...new Map(phrases.map((phrase) => [JSON.stringify(phrase), phrase])).values(),
]

/** Why one line can't be asked for as it is chosen. */
function ownRefusal({ facts: { choice }, decision }: Asked): Phrase | null {
  if (decision.refusal) return decision.refusal
  if (choice.reason !== null && !decision.reasons.includes(choice.reason))
    return say('refused.reasonNotOffered')
  if (choice.outcome !== null && !decision.outcomes.includes(choice.outcome))
    return say('refused.outcomeNotOffered')
  return null
}

/** Pieces of one line may be asked for more than once, for different reasons: together no more than are left. */
function beyondLeft(asked: readonly Asked[], { facts, decision }: Asked): Phrase | null {
  const pieces = asked
    .filter((one) => one.decision.orderId === decision.orderId && one.decision.lineId === decision.lineId)
    .reduce((sum, one) => sum + one.facts.choice.quantity, 0)
  return pieces > decision.left && facts.choice.quantity > 0
    ? say('refused.tooMany', { left: decision.left })
    : null
}

/** What parts a line from those before it: no method for all of them, or another destination. */
function apart(before: readonly Asked[], { decision }: Asked): Phrase | null {
  const [first] = before
  if (!first) return null
  if (first.decision.destination !== decision.destination) return say('refused.otherDestination')
  const common = commonMethods(before)
  return common.some((id) => decision.methods.includes(id)) ? null : say('refused.otherMethods')
}

const commonMethods = (asked: readonly Asked[]): string[] =>
  (asked[0]?.decision.methods ?? []).filter((id) =>
    asked.every(({ decision }) => decision.methods.includes(id)),
  )

/**
 * What the policy says of a whole return, from one set of facts an item; pure and total. Methods are those that every item which
 * travels allows, free ones those that are free for each; one item that needs a look makes the return wait for it; where items
 * differ in when money or an exchange moves, the later moment holds. Items that can't travel together are refused by name.
 */
export function evaluateReturn(policy: Policy, lines: readonly Facts[]): ReturnDecision {
  const asked = lines.map((facts): Asked => ({ facts, decision: evaluateLine(policy, facts) }))
  const moving = asked.filter(travels)
  const refusals: ReturnDecision['refusals'][number][] = []
  const refuse = ({ decision: { orderId, lineId } }: Asked, phrase: Phrase | null) => {
    if (phrase) refusals.push({ orderId, lineId, phrase })
  }
  const together: Asked[] = []
  for (const one of asked) {
    const phrase = ownRefusal(one) ?? beyondLeft(asked, one)
    const other = phrase === null && travels(one) ? apart(together, one) : null
    refuse(one, phrase ?? other)
    if (phrase === null && other === null && travels(one)) together.push(one)
  }
  const methods = commonMethods(together)
  const method = lines[0]?.return.method ?? null
  const last = asked.at(-1)
  if (last && method !== null && together.length > 0 && !methods.includes(method))
    refuse(last, say('refused.methodNotOffered'))
  const items = lines.reduce((sum, { choice }) => sum + choice.quantity, 0)
  const limit = policy.limits.itemsPerReturn
  if (last && items > limit && last.facts.return.ground !== 'withdrawal')
    refuse(last, say('refused.itemsLimit', { items, limit }))
  const decisions = asked.map(({ decision }) => decision)
  const review = unique(decisions.flatMap((decision) => decision.review))
  return {
    lines: decisions,
    methods,
    freeMethods: methods.filter((id) => together.every(({ decision }) => decision.freeMethods.includes(id))),
    approval: review.length > 0 ? 'review' : 'automatic',
    review,
    refusals,
    refundTrigger: strictest(
      REFUND_TRIGGERS,
      decisions.map((decision) => decision.refundTrigger),
      policy.refund.trigger,
    ),
    shipExchange: strictest(
      EXCHANGE_SHIPPING,
      decisions.map((decision) => decision.shipExchange),
      policy.exchange.ship,
    ),
    destination:
      (moving[0]?.decision.destination ?? decisions[0]?.destination) || (policy.destinations[0]?.id ?? ''),
  }
}
