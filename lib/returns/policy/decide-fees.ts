import type { Outcome } from '@/lib/returns/vocabulary'
import type { TraceStep } from './decision'
import { BY_LAW, byFault, type LineCase } from './line-case'
import { type SaidWith, step, withVerb } from './said'
import type { Fee } from './schema'
import { actionWords } from './words'

/** Whether a fee is for an outcome: those that it names, else all but keeping the item. */
export const isFeeFor = ({ outcomes }: Pick<Fee, 'outcomes'>, outcome: Outcome): boolean =>
  outcomes ? outcomes.includes(outcome) : outcome !== 'keep'

const lifts = (waiver: SaidWith<'waive_fees'>, fee: SaidWith<'fee'>): boolean =>
  waiver.priority >= fee.priority && (!waiver.action.ids || waiver.action.ids.includes(fee.action.fee.id))

/**
 * The fees that hold. Of one id the strongest rule's; a waiver lifts those of its own or a lower priority; where the shop bears the
 * fault, and in a withdrawal, there is none. Fees that are not for the chosen outcome are left out.
 */
export function decideFees({ asked, said, statutory, fault }: LineCase): {
  fees: Fee[]
  steps: TraceStep[]
} {
  const { policy, facts } = asked
  const waivers = withVerb(said, 'waive_fees')
  const holding = new Map<string, { rule: string; fee: Fee }>()
  const { outcome } = facts.choice
  const steps = withVerb(said, 'fee').map((one) => {
    const { fee } = one.action
    const overruledBy = statutory
      ? BY_LAW
      : fault !== null
        ? byFault(fault)
        : (holding.get(fee.id)?.rule ?? waivers.find((waiver) => lifts(waiver, one))?.rule ?? null)
    if (overruledBy === null) holding.set(fee.id, { rule: one.rule, fee })
    return step(one, actionWords('fee', policy)(one.action), overruledBy)
  })
  return {
    fees: [...holding.values()].map(({ fee }) => fee).filter((fee) => !outcome || isFeeFor(fee, outcome)),
    steps: [...steps, ...waivers.map((one) => step(one, actionWords('waive_fees', policy)(one.action)))],
  }
}
