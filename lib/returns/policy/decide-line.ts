import type { ExchangeShipping, RefundTrigger } from '@/lib/returns/vocabulary'
import { decideApproval } from './decide-approval'
import { decideFees } from './decide-fees'
import { decideMethods } from './decide-methods'
import { decideOutcomes } from './decide-outcomes'
import { decideRefusal } from './decide-refusal'
import { decideWindow } from './decide-window'
import type { LineDecision, TraceStep } from './decision'
import type { Facts } from './facts'
import { BY_LAW, type LineCase } from './line-case'
import { offeredReasons } from './offered-reasons'
import { openCase } from './open-case'
import { basic, settle, step, withVerb } from './said'
import type { Policy } from './schema'
import { actionWords, say } from './words'

/** What a block holds back to: nothing moves before a person has seen the goods. */
const BLOCKED: { refundTrigger: RefundTrigger; shipExchange: ExchangeShipping } = {
  refundTrigger: 'check',
  shipExchange: 'receipt',
}

const SHIPPING_BACK = {
  never: () => false,
  whole_order: ({ asked }) => asked.facts.return.wholeOrder,
  our_fault: ({ fault }) => fault !== null,
  both: ({ asked, fault }) => asked.facts.return.wholeOrder || fault !== null,
} as const satisfies Record<Policy['refund']['shipping'], (line: LineCase) => boolean>

function decideShipping(line: LineCase): { refundShipping: boolean; steps: TraceStep[] } {
  const { policy, facts } = line.asked
  const own = settle(withVerb(line.said, 'refund_shipping'), actionWords('refund_shipping', policy))
  const refund = own.action?.refund ?? SHIPPING_BACK[policy.refund.shipping](line)
  // Art. 13: whoever withdraws from the whole contract gets the way there back.
  const lawful = line.statutory && facts.return.wholeOrder
  return {
    refundShipping: refund || lawful,
    steps: lawful && !refund ? [...own.steps, basic('withdrawal', say('says.lawfulShipping'))] : own.steps,
  }
}

function decideBonus({ said, asked: { policy } }: LineCase): {
  bonus: LineDecision['bonus']
  steps: TraceStep[]
} {
  const { action, steps } = settle(withVerb(said, 'bonus'), actionWords('bonus', policy))
  const { bonusPercent, bonusAmount } = policy.storeCredit
  return {
    bonus: action
      ? { percent: action.percent, amount: action.amount }
      : { percent: bonusPercent, amount: bonusAmount },
    steps,
  }
}

/** What the reason, its sub-reason and the rules ask the shopper for; a withdrawal needs neither reason nor proof. */
function decideProof({ asked: { policy, facts, reason }, said, statutory }: LineCase): {
  photosRequired: boolean
  commentRequired: boolean
  steps: TraceStep[]
} {
  const sub = reason?.subReasons.find(({ id }) => id === facts.choice.subReason)
  const rules = withVerb(said, 'photos')
  return {
    photosRequired: !statutory && (rules.length > 0 || (sub?.photos ?? reason?.photos) === 'required'),
    commentRequired: !statutory && (sub?.comment ?? reason?.comment) === 'required',
    steps: rules.map((one) =>
      step(one, actionWords('photos', policy)(one.action), statutory ? BY_LAW : null),
    ),
  }
}

/** Everything that holds for a line with exactly these facts; `reasons` are those of its category. */
export function decideLine(policy: Policy, facts: Facts): LineDecision {
  const line = openCase(policy, facts)
  const left = Math.max(0, facts.line.quantity - facts.line.returned)
  const { window, steps: ofWindow } = decideWindow(line)
  const { outcomes, steps: ofOutcomes } = decideOutcomes(line)
  const { methods, freeMethods, steps: ofMethods } = decideMethods(line)
  const { reasons, steps: ofReasons } = offeredReasons(line)
  const { refusal, steps: ofRefusal } = decideRefusal(line, { left, window, reasons, methods, outcomes })
  const { review, blocked, steps: ofApproval } = decideApproval(line)
  const { fees, steps: ofFees } = decideFees(line)
  const { bonus, steps: ofBonus } = decideBonus(line)
  const { refundShipping, steps: ofShipping } = decideShipping(line)
  const { photosRequired, commentRequired, steps: ofProof } = decideProof(line)
  const trigger = settle(withVerb(line.said, 'refund_trigger'), actionWords('refund_trigger', policy))
  const exchange = settle(withVerb(line.said, 'ship_exchange'), actionWords('ship_exchange', policy))
  const route = settle(withVerb(line.said, 'destination'), actionWords('destination', policy))
  return {
    orderId: facts.line.orderId,
    lineId: facts.line.id,
    left,
    eligible: refusal === null,
    refusal,
    window,
    reasons: reasons.map(({ id }) => id),
    outcomes,
    methods,
    freeMethods,
    photosRequired,
    commentRequired,
    review,
    fees,
    bonus,
    ourFault: line.fault !== null,
    refundShipping,
    refundTrigger: blocked ? BLOCKED.refundTrigger : (trigger.action?.when ?? policy.refund.trigger),
    shipExchange: blocked ? BLOCKED.shipExchange : (exchange.action?.when ?? policy.exchange.ship),
    destination: line.destination,
    trace: [
      ...ofRefusal,
      ...ofWindow,
      ...ofReasons,
      ...ofOutcomes,
      ...ofMethods,
      ...ofProof,
      ...ofApproval,
      ...ofFees,
      ...ofBonus,
      ...ofShipping,
      ...trigger.steps,
      ...exchange.steps,
      ...route.steps,
    ],
  }
}
