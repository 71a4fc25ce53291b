import { describe, expect, it } from 'vitest'
import { consignmentOf } from '@/lib/parcels/consignment'
import { emptyProjection } from '@/lib/parcels/empty-projection'
import type { StatusCode } from '@/lib/parcels/status'
import { viewShipment } from '@/lib/parcels/view-shipment'
import { fold, report, scan } from './facts'

const at = (status: StatusCode, direction: 'outbound' | 'inbound' = 'outbound') =>
  viewShipment(fold(report({ scans: [scan('2026-11-20T10:00:00Z', status)], direction })), {
    now: new Date('2026-11-20T12:00:00Z'),
    timeZone: 'Europe/Berlin',
    carrier: 'dhl',
  })

describe('several parcels of one order', () => {
  it('count the delivered ones and show the least advanced open one first', () => {
    const views = [at('delivered.other'), at('out_for_delivery.on_vehicle'), at('in_transit.arrived')]
    expect(consignmentOf(views)).toEqual({ total: 3, delivered: 1, order: [2, 1, 0] })
  })

  it('leave out returns and cancelled parcels, and count a part of one as open', () => {
    const views = [
      at('delivered.other', 'inbound'),
      at('cancelled.other'),
      at('delivered.partial'),
      at('in_transit.arrived'),
    ]
    expect(consignmentOf(views)).toEqual({ total: 2, delivered: 0, order: [3, 2, 1, 0] })
  })

  it('are none when there is none', () => {
    expect(consignmentOf([])).toEqual({ total: 0, delivered: 0, order: [] })
    expect(emptyProjection('outbound').final).toBe(false)
  })
})
