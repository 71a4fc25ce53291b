import { describe, expect, it } from 'vitest'
import type { StatusCode } from '@/lib/parcels/status'
import { fold, report, scan, window } from './facts'

const promise = (at: string, days = window('2026-11-24', '2026-11-25')) => report({ at, window: days })
const onTheWay = report({ scans: [scan('2026-11-20T10:00:00Z', 'in_transit.arrived')] })

describe('the delivery window', () => {
  it('is the newest promise beside the first one', () => {
    const { window: current, originalWindow } = fold(
      promise('2026-11-21T10:00:00Z', window('2026-11-26')),
      promise('2026-11-20T10:00:00Z'),
      onTheWay,
    )
    expect([current?.earliest, originalWindow?.earliest]).toEqual(['2026-11-26', '2026-11-24'])
  })

  it('ignores promises more than 400 days away, turned round or not of this calendar', () => {
    const noise = [window('2875-10-22'), window('2026-11-25', '2026-11-24'), window('2026-02-30')]
    for (const days of noise) {
      const { window: current, originalWindow } = fold(onTheWay, promise('2026-11-21T10:00:00Z', days))
      expect([current, originalWindow]).toEqual([null, null])
    }
  })

  it('is over when the parcel is, or waits, or goes back', () => {
    const over: StatusCode[] = [
      'delivered.other',
      'returning.other',
      'returned.to_sender',
      'cancelled.other',
      'expired.no_updates',
      'available_for_pickup.locker',
    ]
    for (const status of over) {
      const state = report({ scans: [scan('2026-11-21T10:00:00Z', status)] })
      const { window: current, originalWindow } = fold(promise('2026-11-20T10:00:00Z'), state)
      expect([status, current, originalWindow?.latest]).toEqual([status, null, '2026-11-25'])
    }
  })

  it('stands through a soft exception', () => {
    const soft: StatusCode[] = [
      'exception.other',
      'exception.delayed',
      'exception.delayed_customs',
      'exception.delayed_weather',
      'exception.held',
      'exception.missorted',
      'exception.security',
    ]
    for (const status of soft) {
      const state = report({ scans: [scan('2026-11-21T10:00:00Z', status)] })
      expect([status, fold(promise('2026-11-20T10:00:00Z'), state).window?.latest]).toEqual([
        status,
        '2026-11-25',
      ])
    }
  })
})

describe('a broken promise', () => {
  const broken = scan('2026-11-21T10:00:00Z', 'exception.address_problem')

  it('ends the window, also when the report of the problem repeats it', () => {
    expect(fold(promise('2026-11-20T10:00:00Z'), report({ scans: [broken] })).window).toBeNull()
    expect(
      fold(report({ scans: [broken], at: '2026-11-21T10:05:00Z', window: window('2026-11-24') })).window,
    ).toBeNull()
  })

  it('is not mended by repeating it', () => {
    const first = report({ scans: [broken], at: '2026-11-21T10:05:00Z', window: window('2026-11-24') })
    const again = report({ scans: [broken], at: '2026-11-22T10:05:00Z', window: window('2026-11-24') })
    expect(fold(first, again).window).toBeNull()
  })

  it('is mended by a promise stated after it', () => {
    const first = report({ scans: [broken], at: '2026-11-21T10:05:00Z', window: window('2026-11-24') })
    const bare = promise('2026-11-22T10:05:00Z', window('2026-11-27'))
    const moved = report({ scans: [broken], at: '2026-11-22T10:05:00Z', window: window('2026-11-27') })
    const repeated = report({ scans: [broken], at: '2026-11-23T10:05:00Z', window: window('2026-11-27') })
    expect(fold(first, bare).window?.earliest).toBe('2026-11-27')
    expect(fold(first, moved).window?.earliest).toBe('2026-11-27')
    expect(fold(first, moved, repeated).window?.earliest).toBe('2026-11-27')
  })

  it('does not come back by itself when the parcel moves again', () => {
    const first = report({ scans: [broken], at: '2026-11-21T10:05:00Z', window: window('2026-11-24') })
    const moving = scan('2026-11-22T10:00:00Z', 'in_transit.problem_resolved')
    expect(fold(first, report({ scans: [moving] })).window).toBeNull()
    expect(
      fold(first, report({ scans: [broken, moving], window: window('2026-11-24') })).window?.earliest,
    ).toBe('2026-11-24')
  })
})

describe('a failed attempt', () => {
  const attempt = report({ scans: [scan('2026-11-24T11:00:00+01:00', 'failed_attempt.recipient_absent')] })

  it('leaves of a promise the days after it, without the hours of the first', () => {
    const days = window('2026-11-23', '2026-11-26', { likely: '2026-11-24', from: '09:00', to: '12:00' })
    expect(fold(promise('2026-11-20T10:00:00Z', days), attempt).window).toEqual(
      window('2026-11-25', '2026-11-26'),
    )
  })

  it('ends a promise of its own day', () => {
    expect(fold(promise('2026-11-20T10:00:00Z', window('2026-11-24')), attempt).window).toBeNull()
  })

  it('lets a promise stated after it stand', () => {
    expect(fold(attempt, promise('2026-11-24T12:00:00Z', window('2026-11-24'))).window).toEqual(
      window('2026-11-24'),
    )
  })

  it('holds when the parcel is scanned back at the depot the same day', () => {
    const depot = report({ scans: [scan('2026-11-24T18:00:00+01:00', 'in_transit.at_delivery_depot')] })
    expect(fold(promise('2026-11-20T10:00:00Z', window('2026-11-24')), attempt, depot).window).toBeNull()
  })
})
