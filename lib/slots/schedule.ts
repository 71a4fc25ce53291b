import type { PlacedSlotBody } from './placed-slot'

type Schedule = PlacedSlotBody['schedule']

/** Where a moment lies in a schedule. */
export function scheduleAt({ from, until }: Schedule, now: Date): 'running' | 'not_yet' | 'over' {
  const at = now.getTime()
  if (from !== null && at < Date.parse(from)) return 'not_yet'
  return until !== null && at >= Date.parse(until) ? 'over' : 'running'
}

/** The next moment at which one of them begins or ends (ISO UTC); null: none does any more. */
export function nextScheduled(schedules: readonly Schedule[], now: Date): string | null {
  const instants = schedules
    .flatMap(({ from, until }) => [from, until])
    .flatMap((instant) => (instant === null ? [] : Date.parse(instant)))
    .filter((instant) => instant > now.getTime())
  return instants.length === 0 ? null : new Date(Math.min(...instants)).toISOString()
}
