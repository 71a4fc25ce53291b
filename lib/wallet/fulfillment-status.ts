import type { Status } from '@/lib/parcels/status'

/** How far a parcel is, in [Wallet's words](https://developer.apple.com/documentation/walletorders/shippingfulfillment). */
export type FulfillmentStatus =
  | 'open'
  | 'processing'
  | 'shipped'
  | 'onTheWay'
  | 'outForDelivery'
  | 'delivered'
  | 'issue'
  | 'cancelled'

export const FULFILLMENT_STATUS = {
  pending: 'open',
  info_received: 'processing',
  in_transit: 'onTheWay',
  out_for_delivery: 'outForDelivery',
  failed_attempt: 'issue',
  // Wallet's own word for waiting is about a shop's counter; what to do stands in the description.
  available_for_pickup: 'onTheWay',
  exception: 'issue',
  returning: 'issue',
  delivered: 'delivered',
  returned: 'cancelled',
  cancelled: 'cancelled',
  expired: 'shipped',
} as const satisfies Record<Status, FulfillmentStatus>
