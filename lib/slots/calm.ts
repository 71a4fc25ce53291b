import type { ShipmentView } from '@/lib/parcels/shipment-view'
import { type Status, statusOf } from '@/lib/parcels/status'

/** Where nobody wants to be sold anything. */
const UNHAPPY = {
  pending: false,
  info_received: false,
  in_transit: false,
  out_for_delivery: false,
  failed_attempt: true,
  available_for_pickup: false,
  exception: true,
  returning: true,
  delivered: false,
  returned: true,
  cancelled: true,
  expired: true,
} as const satisfies Record<Status, boolean>

type Standing = Pick<
  ShipmentView,
  'status' | 'attention' | 'lateSince' | 'silentHours' | 'window' | 'originalWindow' | 'windowMoved'
>

/** A parcel stands where marketing would be out of place: something is wrong with it, it is late, or nobody knows. */
export const isUnhappy = ({ status, attention, lateSince, silentHours }: Standing): boolean =>
  UNHAPPY[statusOf(status)] ||
  status === 'delivered.damaged' ||
  attention === 'critical' ||
  lateSince !== null ||
  silentHours !== null

/** A parcel comes later than it was first promised, or came later. `arrivedOn`: `YYYY-MM-DD`; null: not yet. */
export const isDelayed = (
  { status, lateSince, window, originalWindow, windowMoved }: Standing,
  arrivedOn: string | null,
): boolean =>
  lateSince !== null ||
  status.startsWith('exception.delayed') ||
  (windowMoved && window !== null && originalWindow !== null && window.latest > originalWindow.latest) ||
  (arrivedOn !== null && originalWindow !== null && arrivedOn > originalWindow.latest)
