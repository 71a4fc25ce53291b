import { describe, expect, it } from 'vitest'
import { emptyProjection } from '@/lib/parcels/empty-projection'
import type { TimelineEntry } from '@/lib/parcels/projection'
import { type Changed, effectsOf } from '@/lib/returns/effects'
import { parcelNews } from '@/lib/returns/parcel-news'

const whatFollows = (
  event: Changed['event'],
  from: Changed['from'],
  to: Changed['to'],
  more: Partial<Changed> = {},
) => effectsOf({ event, from, to, outcomes: ['refund'], ...more })

describe('what follows a change of a return', () => {
  it('that is let through at once: stock is held, labels are asked for, both milestones are told', () => {
    expect(whatFollows('submit_approved', 'requested', 'approved')).toEqual({
      deeds: ['hold_stock', 'start_clock', 'request_labels', 'ship_exchanges', 'plan_payments'],
      tells: ['requested', 'approved'],
    })
  })

  it('that waits for a person: stock is held, nothing else', () => {
    expect(whatFollows('submit_review', 'requested', 'needs_review')).toEqual({
      deeds: ['hold_stock'],
      tells: ['requested'],
    })
  })

  it('that nobody sends back: money, and neither label nor clock', () => {
    const { deeds } = whatFollows('submit_approved', 'requested', 'approved', { outcomes: ['keep'] })
    expect(deeds).toContain('plan_payments')
    expect(deeds).not.toContain('request_labels')
    expect(deeds).not.toContain('start_clock')
  })

  it('that ends unused: labels are given back, stock is free, the clock stops', () => {
    for (const [event, to] of [
      ['cancel', 'cancelled'],
      ['expire', 'expired'],
      ['reject', 'rejected'],
    ] as const) {
      const { deeds, tells } = whatFollows(event, 'label_issued', to)
      expect(deeds).toEqual(expect.arrayContaining(['void_labels', 'release_stock', 'stop_clock']))
      expect(tells).toEqual([to])
    }
  })

  it('that takes another way: old labels go before new ones come', () => {
    const { deeds, tells } = whatFollows('change_method', 'label_issued', 'approved')
    expect(deeds.indexOf('void_labels')).toBeLessThan(deeds.indexOf('request_labels'))
    expect(tells).toEqual([])
    expect(whatFollows('change_method', 'needs_review', 'needs_review').deeds).not.toContain('request_labels')
  })

  it('that was called off and came all the same: stock is held again', () => {
    for (const from of ['cancelled', 'expired'] as const)
      expect(whatFollows('first_scan', from, 'in_transit').deeds).toContain('hold_stock')
    expect(whatFollows('first_scan', 'label_issued', 'in_transit').deeds).not.toContain('hold_stock')
  })

  it('that is taken up again: told as what it has become', () => {
    expect(whatFollows('reopen', 'rejected', 'needs_review').tells).toEqual(['requested'])
    expect(whatFollows('reopen', 'cancelled', 'approved').tells).toEqual(['approved'])
  })

  it('that is only written down: nothing', () => {
    expect(whatFollows('note', 'received', 'received')).toEqual({ deeds: [], tells: [] })
    expect(whatFollows('arrived', 'in_transit', 'in_transit')).toEqual({ deeds: [], tells: [] })
  })
})

const entry = (status: TimelineEntry['status'], at: string | null): TimelineEntry => ({
  status,
  time: { at, localTime: null, offsetMinutes: null, zoneKnown: true, raw: null },
  text: null,
  place: null,
  providers: ['standard'],
  raw: [],
})

describe('what a return has to know of its parcel', () => {
  const now = new Date('2026-11-20T12:00:00.000Z')
  const inbound = emptyProjection('inbound')

  it('is nothing while there is only a label', () => {
    const timeline = [entry('info_received.label_created', '2026-11-18T08:00:00Z')]
    expect(parcelNews({ ...inbound, status: 'info_received.label_created', timeline }, now)).toEqual({
      scannedAt: null,
      isDelivered: false,
    })
  })

  it('is its first scan, whichever is told first, and its arrival', () => {
    const timeline = [
      entry('delivered.other', '2026-11-20T08:00:00Z'),
      entry('in_transit.arrived', '2026-11-19T08:00:00Z'),
      entry('in_transit.accepted', '2026-11-18T16:00:00Z'),
      entry('info_received.label_created', '2026-11-17T08:00:00Z'),
    ]
    expect(parcelNews({ ...inbound, status: 'delivered.other', timeline }, now)).toEqual({
      scannedAt: new Date('2026-11-18T16:00:00.000Z'),
      isDelivered: true,
    })
  })

  it('is now where a summary alone says that it moves, or a scan is dated ahead', () => {
    expect(parcelNews({ ...inbound, status: 'in_transit.other' }, now).scannedAt).toEqual(now)
    const timeline = [entry('in_transit.accepted', '2026-11-21T16:00:00Z')]
    expect(parcelNews({ ...inbound, status: 'in_transit.accepted', timeline }, now).scannedAt).toEqual(now)
  })
})
