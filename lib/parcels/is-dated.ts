import type { ShipmentView } from './shipment-view'

/** Whether a parcel on its way to the customer has a day to note: the day it comes, or the last one to collect it. */
export const isDated = ({ direction, window, pickupDaysLeft }: ShipmentView): boolean =>
  direction === 'outbound' && (window !== null || pickupDaysLeft !== null)
