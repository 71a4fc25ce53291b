import { describe, expect, it } from 'vitest'
import { milestonesOf } from '@/lib/parcels/milestones'
import type { Projection } from '@/lib/parcels/projection'
import { fold, foldScans, report, scan } from './facts'

const told = (projection: Projection) =>
  milestonesOf(projection).map(
    ({ milestone, occurrence, current }) => `${milestone} ${occurrence}${current ? ' now' : ''}`,
  )

describe('milestones', () => {
  it('tell each notable stretch once, and where the parcel stands', () => {
    expect(
      told(
        foldScans(
          scan('2026-11-18T10:00:00Z', 'info_received.label_created'),
          scan('2026-11-19T10:00:00Z', 'in_transit.accepted'),
          scan('2026-11-20T02:00:00Z', 'in_transit.arrived'),
          scan('2026-11-20T08:00:00Z', 'out_for_delivery.on_vehicle'),
          scan('2026-11-20T09:00:00Z', 'out_for_delivery.driver_en_route'),
          scan('2026-11-20T10:00:00Z', 'delivered.neighbour'),
        ),
      ),
    ).toEqual(['in_transit once', 'out_for_delivery 2026-11-20', 'delivered once now'])
  })

  it('tell every day’s failed attempt and a return to the road only once', () => {
    expect(
      told(
        foldScans(
          scan('2026-11-19T10:00:00Z', 'in_transit.accepted'),
          scan('2026-11-20T10:00:00Z', 'failed_attempt.recipient_absent'),
          scan('2026-11-20T10:05:00Z', 'failed_attempt.notice_left'),
          scan('2026-11-21T10:00:00Z', 'failed_attempt.recipient_absent'),
          scan('2026-11-21T18:00:00Z', 'in_transit.at_delivery_depot'),
        ),
      ),
    ).toEqual(['in_transit once now', 'failed_attempt 2026-11-20', 'failed_attempt 2026-11-21'])
  })

  it('tell exceptions that ask for somebody, each by its kind', () => {
    expect(
      told(
        foldScans(
          scan('2026-11-20T10:00:00Z', 'exception.delayed'),
          scan('2026-11-20T11:00:00Z', 'exception.address_problem'),
          scan('2026-11-20T12:00:00Z', 'exception.lost'),
        ),
      ),
    ).toEqual(['exception 2026-11-20 address_problem', 'exception 2026-11-20 lost now'])
  })

  it('leave out what the state refused: a scan after the parcel came back', () => {
    expect(
      told(
        foldScans(
          scan('2026-11-20T10:00:00Z', 'returned.to_sender'),
          scan('2026-11-21T10:00:00Z', 'out_for_delivery.on_vehicle'),
        ),
      ),
    ).toEqual(['returned once now'])
  })

  it('don’t tell a delivery twice when its scan follows the summary', () => {
    const summary = report({ status: 'delivered.other', at: '2026-11-20T10:00:00Z' })
    const late = report({ scans: [scan('2026-11-20T09:58:00Z', 'delivered.signed')] })
    expect(told(fold(summary))).toEqual(['delivered once now'])
    expect(told(fold(summary, late))).toEqual(['delivered once now'])
  })

  it('tell a second delivery after a correction', () => {
    expect(
      told(
        foldScans(
          scan('2026-11-20T10:00:00Z', 'delivered.other'),
          scan('2026-11-21T08:00:00Z', 'out_for_delivery.on_vehicle'),
          scan('2026-11-21T10:00:00Z', 'delivered.other'),
        ),
      ),
    ).toEqual(['delivered once', 'out_for_delivery 2026-11-21', 'delivered 2026-11-21 now'])
  })
})
