import { type DemoDelivery, demoMove } from '@/db/seed/demo/deliveries'
import { type DemoPlan, demoPlan } from '@/db/seed/demo/plan'
import type { ParcelReport } from '@/lib/parcels/report'
import { readDelivery } from './read-delivery'

const HOUR_MS = 3_600_000
const ORIGIN = 'http://localhost:3000'

const every = (start: string, hours: number, count: number): Date[] =>
  Array.from(
    { length: count },
    (_, index) => new Date(Date.parse(start) + index * hours * HOUR_MS + 17 * 60_000),
  )

/** The demo at one moment, each webhook already read by its adapter. */
export type DemoMoment = DemoPlan & {
  now: Date
  read: { delivery: DemoDelivery; report: ParcelReport }[]
  move: { delivery: DemoDelivery; report: ParcelReport }
}

const withReport = (delivery: DemoDelivery) => ({ delivery, report: readDelivery(delivery) })

function momentAt(now: Date): DemoMoment {
  const plan = demoPlan(now, ORIGIN)
  return { ...plan, now, read: plan.deliveries.map(withReport), move: withReport(demoMove(now)) }
}

/** All hours and all days of a week, the nights in which the clocks change, a turn of the year, the minutes round midnight. */
export const MOMENTS: DemoMoment[] = [
  ...every('2026-11-16T00:00:00Z', 5, 34),
  ...every('2026-03-28T21:00:00Z', 2, 6),
  ...every('2026-10-24T21:00:00Z', 2, 6),
  ...every('2026-12-31T20:00:00Z', 6, 4),
  ...['22:58:00', '23:00:00', '23:00:01', '23:02:30', '23:07:00'].map(
    (clock) => new Date(`2026-11-20T${clock}Z`),
  ),
].map(momentAt)
