import type { Projection } from '@/lib/parcels/projection'
import type { ShipmentView } from '@/lib/parcels/shipment-view'
import { addressProblem } from './address-problem'
import type { CareKind } from './care-kind'
import { URGENT_DAYS } from './urgent-days'

/** What a parcel needs somebody for; `occurrence` tells one of its kind from the next, by content. */
export type CareCase = { kind: Exclude<CareKind, 'wish'>; occurrence: string }

/** Everything a parcel on its way to the customer needs somebody for at one moment. */
export function casesOf(projection: Projection, view: ShipmentView): CareCase[] {
  if (view.direction !== 'outbound') return []
  const { pickup, pickupDaysLeft, lateSince } = view
  const problem = addressProblem(projection)
  return [
    ...(problem === null ? [] : [{ kind: 'address' as const, occurrence: problem }]),
    ...(pickupDaysLeft !== null && pickupDaysLeft <= URGENT_DAYS && pickup?.lastDay
      ? [{ kind: 'pickup' as const, occurrence: pickup.lastDay }]
      : []),
    ...(lateSince === null ? [] : [{ kind: 'late' as const, occurrence: lateSince }]),
  ]
}
