import type { TraceStep } from './decision'
import type { Policy } from './schema'
import type { PastReturn } from './simulation/past-return'
import { type Trial, tryPolicy } from './simulation/try-policy'

/** What would be different for a return. */
export const EFFECTS = [
  'refused',
  'allowed',
  'choice_lost',
  'choice_back',
  'reviewed',
  'unreviewed',
  'charges',
] as const
export type Effect = (typeof EFFECTS)[number]

export type LineDifference = Pick<PastReturn['items'][number], 'orderNumber' | 'lineId' | 'title'> & {
  /** What the present policy says and the draft doesn't, and the other way round. */
  lost: TraceStep[]
  gained: TraceStep[]
}

export type ReturnDifference = Pick<PastReturn, 'number' | 'currency' | 'askedOn'> & {
  effects: Effect[]
  before: Trial
  after: Trial
  lines: LineDifference[]
}

export type ChargesDifference = {
  currency: string
  before: { count: number; amount: number }
  after: { count: number; amount: number }
}

export type Simulation = {
  /** How many were tried. */
  returns: number
  /** How many returns each effect meets. */
  effects: Record<Effect, number>
  /** Fees and prices of methods, of returns that both policies let through; minor units, by currency. */
  charges: ChargesDifference[]
  differences: ReturnDifference[]
}

type Policies = { current: Policy; draft: Policy }

const MEETS = {
  refused: ({ before, after }) => after.verdict === 'refused' && before.verdict !== 'refused',
  allowed: ({ before, after }) => before.verdict === 'refused' && after.verdict !== 'refused',
  choice_lost: ({ before, after }) => before.verdict === 'possible' && after.verdict === 'choice',
  choice_back: ({ before, after }) => before.verdict === 'choice' && after.verdict === 'possible',
  reviewed: ({ before, after }) =>
    after.verdict !== 'refused' &&
    before.decision.approval === 'automatic' &&
    after.decision.approval === 'review',
  unreviewed: ({ before, after }) =>
    after.verdict !== 'refused' &&
    before.decision.approval === 'review' &&
    after.decision.approval === 'automatic',
  charges: ({ before, after }) => bothPossible(before, after) && chargesText(before) !== chargesText(after),
} as const satisfies Record<Effect, (difference: { before: Trial; after: Trial }) => boolean>

const bothPossible = (before: Trial, after: Trial): boolean =>
  before.verdict === 'possible' && after.verdict === 'possible'

const chargesText = ({ charges }: Trial): string =>
  JSON.stringify(charges.map(({ kind, id, amount, item }) => [kind, id, amount, item]))

const without = (steps: readonly TraceStep[], others: readonly TraceStep[]): TraceStep[] => {
  const known = new Set(others.map((step) => JSON.stringify(step)))
  return steps.filter((step) => !known.has(JSON.stringify(step)))
}

const lineDifferences = ({ items }: PastReturn, before: Trial, after: Trial): LineDifference[] =>
  items.flatMap(({ orderNumber, lineId, title }, index) => {
    const was = before.decision.lines[index]?.trace ?? []
    const would = after.decision.lines[index]?.trace ?? []
    const [lost, gained] = [without(was, would), without(would, was)]
    return lost.length + gained.length > 0 ? [{ orderNumber, lineId, title, lost, gained }] : []
  })

function addCharges(
  all: Map<string, ChargesDifference>,
  currency: string,
  before: Trial,
  after: Trial,
): void {
  const sums = all.get(currency) ?? {
    currency,
    before: { count: 0, amount: 0 },
    after: { count: 0, amount: 0 },
  }
  for (const [sum, trial] of [
    [sums.before, before],
    [sums.after, after],
  ] as const) {
    sum.count += trial.charges.length
    sum.amount += trial.total
  }
  all.set(currency, sums)
}

/** Begins a simulation that takes its returns one by one, as they are read. */
export function beginSimulation({ current, draft }: Policies): {
  add: (past: PastReturn) => void
  result: () => Simulation
} {
  const charges = new Map<string, ChargesDifference>()
  const effects = {
    refused: 0,
    allowed: 0,
    choice_lost: 0,
    choice_back: 0,
    reviewed: 0,
    unreviewed: 0,
    charges: 0,
  }
  const differences: ReturnDifference[] = []
  let returns = 0
  const add = (past: PastReturn): void => {
    returns++
    const [before, after] = [tryPolicy(current, past), tryPolicy(draft, past)]
    const own = EFFECTS.filter((effect) => MEETS[effect]({ before, after }))
    for (const effect of own) effects[effect]++
    if (bothPossible(before, after)) addCharges(charges, past.currency, before, after)
    if (own.length === 0) return
    const { number, currency, askedOn } = past
    const lines = lineDifferences(past, before, after)
    differences.push({ number, currency, askedOn, effects: own, before, after, lines })
  }
  return { add, result: () => ({ returns, effects, charges: [...charges.values()], differences }) }
}

/**
 * What a draft would make of past returns, against the policy that holds: both are asked the same facts of the day on which each
 * return was asked for, so that only what the draft changes shows. Charges are compared where both let a return through.
 */
export function simulatePolicy({
  returns,
  ...policies
}: Policies & { returns: Iterable<PastReturn> }): Simulation {
  const simulation = beginSimulation(policies)
  for (const past of returns) simulation.add(past)
  return simulation.result()
}
