import type { ShipmentView } from '@/lib/parcels/shipment-view'
import { type Status, type StatusCode, statusOf } from '@/lib/parcels/status'
import type { LandmarkName } from './landmark'

/** What waits at the end of the way, by the finest fact first. */
const BY_CODE: Partial<Record<StatusCode, LandmarkName>> = {
  'available_for_pickup.locker': 'locker',
  'failed_attempt.address_problem': 'unnumbered',
  'exception.address_problem': 'unnumbered',
  'exception.recipient_moved': 'unnumbered',
  'exception.recipient_unknown': 'unnumbered',
  'exception.held': 'barrier',
  'exception.held_customs_documents': 'barrier',
  'exception.held_payment': 'barrier',
  'exception.delayed_customs': 'barrier',
  'exception.security': 'barrier',
  'in_transit.customs_started': 'barrier',
  'exception.lost': 'gone',
  'exception.disposed': 'gone',
  'exception.undeliverable': 'gone',
}

const BY_STATUS: Partial<Record<Status, LandmarkName>> = {
  out_for_delivery: 'ajar',
  failed_attempt: 'note',
  available_for_pickup: 'shop',
  returning: 'shop',
  returned: 'shop',
  delivered: 'open',
  cancelled: 'gone',
}

/** The picture at the end of the way. */
export function landmarkOf(view: ShipmentView): LandmarkName {
  if (view.direction === 'inbound') return 'shop'
  const known = BY_CODE[view.status] ?? BY_STATUS[statusOf(view.status)]
  if (known) return known
  if (view.progress.path === 'pickup') return 'locker'
  return view.arrivesToday || view.daysUntil?.latest === 0 ? 'ajar' : 'door'
}
