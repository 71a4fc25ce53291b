import { dayOf, momentOf } from '@/lib/parcels/moment'
import type { Projection } from '@/lib/parcels/projection'
import type { StatusCode } from '@/lib/parcels/status'

/** States that the right address or name, told in time, puts right. */
const PROBLEMS: ReadonlySet<StatusCode> = new Set<StatusCode>([
  'failed_attempt.address_problem',
  'exception.address_problem',
  'exception.recipient_moved',
  'exception.recipient_unknown',
])

/** Which address problem a parcel on its way to the customer stands in, told by content; null: none. */
export function addressProblem({ direction, status, statusTime }: Projection): string | null {
  if (direction !== 'outbound' || !PROBLEMS.has(status)) return null
  return `${status} ${(statusTime && dayOf(momentOf(statusTime))) ?? 'undated'}`
}

/** The address problems of an order's parcels: what a correction answers. */
export const problemsOf = (parcels: readonly { id: string; projection: Projection }[]): string[] =>
  parcels.flatMap(({ id, projection }) => {
    const problem = addressProblem(projection)
    return problem === null ? [] : [`${id} ${problem}`]
  })

/** Whether what was corrected answers every problem that stands; a new problem asks again. */
export const isCorrected = (problems: readonly string[], fixed: readonly string[] | null): boolean =>
  problems.length > 0 && fixed !== null && problems.every((problem) => fixed.includes(problem))
