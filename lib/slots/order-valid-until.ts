import { type SpokenParcel, validUntilOf } from '@/lib/orders/order-view'
import type { PlacedSlotBody } from './placed-slot'
import { nextScheduled } from './schedule'

/** The next instant at which an order's page says something else, by its parcels or by a slot's schedule (ISO UTC); null: never. */
export function orderValidUntil(
  spoken: readonly Pick<SpokenParcel, 'view'>[],
  schedules: readonly PlacedSlotBody['schedule'][],
  now: Date,
): string | null {
  const instants = [validUntilOf(spoken), nextScheduled(schedules, now)].flatMap((at) =>
    at === null ? [] : Date.parse(at),
  )
  return instants.length === 0 ? null : new Date(Math.min(...instants)).toISOString()
}
