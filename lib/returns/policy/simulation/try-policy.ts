import { sumOf } from '@/lib/core/money'
import type { ReturnDecision } from '@/lib/returns/policy/decision'
import { evaluateReturn } from '@/lib/returns/policy/evaluate-return'
import type { Policy } from '@/lib/returns/policy/schema'
import { policyInCurrency } from '@/lib/returns/policy-in-currency'
import type { QuotedCharge } from '@/lib/returns/quote'
import { feesOf, methodCharge } from '@/lib/returns/quoted-charges'
import type { PastReturn } from './past-return'

/** What a policy makes of a return. */
export type Trial = {
  decision: ReturnDecision
  /** `choice`: something that was chosen isn't offered; `refused`: it can't go back at all. */
  verdict: 'possible' | 'choice' | 'refused'
  /** None where it can't be asked for. */
  charges: QuotedCharge[]
  total: number
}

/** Refusals that another choice would avoid. */
const OF_CHOICE: ReadonlySet<string> = new Set([
  'refused.reasonNotOffered',
  'refused.outcomeNotOffered',
  'refused.methodNotOffered',
])

const verdictOf = ({ refusals }: ReturnDecision): Trial['verdict'] => {
  if (refusals.length === 0) return 'possible'
  return refusals.every(({ phrase }) => 'key' in phrase && OF_CHOICE.has(phrase.key)) ? 'choice' : 'refused'
}

/** Works a return out once more, by a policy. */
export function tryPolicy(policy: Policy, { items, currency, method }: PastReturn): Trial {
  const own = policyInCurrency(policy, currency)
  const decision = evaluateReturn(
    own,
    items.map(({ facts }) => facts),
  )
  const verdict = verdictOf(decision)
  if (verdict !== 'possible') return { decision, verdict, charges: [], total: 0 }
  const charged = items.flatMap(({ key, orderId, quantity, outcome, paid }, index) => {
    const line = decision.lines[index]
    return line ? [{ key, orderId, quantity, outcome, paid: { amount: paid, tax: 0 }, decision: line }] : []
  })
  const chosen = own.methods.find(({ id }) => id === method) ?? null
  const charges = [...feesOf(charged), ...methodCharge(charged, chosen, decision.freeMethods)]
  return { decision, verdict, charges, total: sumOf(charges.map(({ amount }) => amount)) }
}
