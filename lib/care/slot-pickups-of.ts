import type { Projection } from '@/lib/parcels/projection'
import type { ShipmentView } from '@/lib/parcels/shipment-view'
import { statusOf } from '@/lib/parcels/status'
import type { SlotPickup } from '@/lib/slots/slot-data'
import { URGENT_DAYS } from './urgent-days'

type Waiting = { parcel: { id: string; projection: Projection }; view: ShipmentView }

/**
 * Where an order's parcels wait to be collected. What opens a locker is only told where `mayAct`: a link that only looks may have
 * been shared. `calendarHref` is the order's calendar, in which every last day stands.
 */
export const slotPickupsOf = (
  spoken: readonly Waiting[],
  { calendarHref, mayAct }: { calendarHref: string; mayAct: boolean },
): SlotPickup[] =>
  spoken
    .filter(
      ({ view: { direction, status } }) =>
        direction === 'outbound' && statusOf(status) === 'available_for_pickup',
    )
    .map(({ parcel, view: { pickup, pickupDaysLeft } }) => ({
      parcelId: parcel.id,
      name: pickup?.name ?? null,
      address: pickup?.address ?? null,
      hours: pickup?.hours ?? [],
      lastDay: pickup?.lastDay ?? null,
      daysLeft: pickupDaysLeft,
      code: mayAct ? (parcel.projection.pickup?.code ?? null) : null,
      calendarHref: pickupDaysLeft === null ? null : calendarHref,
      urgent: pickupDaysLeft !== null && pickupDaysLeft <= URGENT_DAYS,
    }))
