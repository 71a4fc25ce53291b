import type { ShipmentView } from './shipment-view'
import { statusOf } from './status'

/** The parcels of one order together. */
export type Consignment = {
  /** Parcels on their way to the recipient or there; returns and cancelled ones don't count. */
  total: number
  delivered: number
  /** Indices into the given views, in the order to show: the least advanced open parcel first, finished and inbound ones last. */
  order: number[]
}

type Part = Pick<ShipmentView, 'direction' | 'status' | 'final' | 'progress'>

const isOutbound = ({ direction }: Part): boolean => direction === 'outbound'

const isDelivered = ({ status }: Part): boolean =>
  statusOf(status) === 'delivered' && status !== 'delivered.partial'

const advance = ({ progress }: Part): number => progress.current / progress.steps.length

/** "2 of 3 delivered", and the order in which to show the parcels; equal ones stay as given. */
export function consignmentOf(views: readonly Part[]): Consignment {
  const counted = views.filter((view) => isOutbound(view) && view.status !== 'cancelled.other')
  const weight = (view: Part): number => (isOutbound(view) ? 0 : 2) + Number(view.final) + advance(view) / 2
  return {
    total: counted.length,
    delivered: counted.filter(isDelivered).length,
    order: views
      .map((view, index) => ({ index, weight: weight(view) }))
      .toSorted((a, b) => a.weight - b.weight || a.index - b.index)
      .map(({ index }) => index),
  }
}
