import type { ReturnDecision } from './policy/decision'

/** Whether the shop's list holds the shopper: a person does everything. */
export const isBlocked = ({ lines }: Pick<ReturnDecision, 'lines'>): boolean =>
  lines.some(({ trace }) =>
    trace.some(({ effect, overruledBy }) => effect === 'block' && overruledBy === null),
  )
