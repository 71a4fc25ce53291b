import type { ShipmentView } from './shipment-view'
import { statusOf } from './status'

/**
 * What a parcel number alone may show: the way, not who waits for it. Carriers write the recipient's name into the text of a
 * delivery, so that text stays out.
 */
export const movementView = (view: ShipmentView): ShipmentView => ({
  ...view,
  signedBy: null,
  timeline: view.timeline.map((entry) =>
    entry.status && statusOf(entry.status) === 'delivered' ? { ...entry, text: null } : entry,
  ),
})
