import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressProblem, isCorrected, problemsOf } from '@/lib/care/address-problem'
import { casesOf } from '@/lib/care/cases-of'
import { hoursLate } from '@/lib/care/hours-late'
import { mayNeedCare } from '@/lib/care/may-need-care'
import { nextLook } from '@/lib/care/next-look'
import { slotCareOf } from '@/lib/care/slot-care-of'
import { slotPickupsOf } from '@/lib/care/slot-pickups-of'
import { slotVoucherOf } from '@/lib/care/slot-voucher-of'
import { voucherRuleSchema } from '@/lib/care/voucher-rule'
import { wishDays } from '@/lib/care/wish-days'
import { foldParcel } from '@/lib/parcels/fold-parcel'
import type { Projection } from '@/lib/parcels/projection'
import { viewShipment } from '@/lib/parcels/view-shipment'
import { arbitraryFacts } from '@/tests/unit/parcels/arbitrary-facts'
import { fold, report, scan, window } from '@/tests/unit/parcels/facts'

const timeZone = 'Europe/Berlin'
const at = (iso: string) => ({ now: new Date(iso), timeZone })

const promised = window('2026-11-20', '2026-11-20')
const moving = scan('2026-11-19T09:00:00+01:00', 'in_transit.arrived')
const parcel = (...scans: ReturnType<typeof scan>[]): Projection =>
  fold(report({ scans: [moving, ...scans], window: promised }))

describe('a promise', () => {
  it('is broken when its last day is over in the shop’s zone, by whole hours', () => {
    expect(hoursLate(parcel(), 'first', at('2026-11-20T22:59:59Z'))).toBeNull()
    expect(hoursLate(parcel(), 'first', at('2026-11-20T23:00:00Z'))).toBe(0)
    expect(hoursLate(parcel(), 'newest', at('2026-11-22T00:30:00Z'))).toBe(25)
  })

  it('is over with its hours where it names some for one day', () => {
    const timed = fold(report({ scans: [moving], window: { ...promised, from: '10:00', to: '12:00' } }))
    expect(hoursLate(timed, 'first', at('2026-11-20T13:00:00Z'))).toBe(2)
  })

  it('stays as late as the parcel came, and is kept where it came or was brought in time', () => {
    const late = at('2026-12-20T12:00:00Z')
    const came = (time: string, status: Parameters<typeof scan>[1]) =>
      hoursLate(parcel(scan(time, status)), 'first', late)
    expect(came('2026-11-21T10:00:00+01:00', 'delivered.signed')).toBe(10)
    expect(came('2026-11-20T18:00:00+01:00', 'delivered.signed')).toBeNull()
    expect(came('2026-11-20T18:00:00+01:00', 'failed_attempt.recipient_absent')).toBeNull()
    expect(came('2026-11-20T18:00:00+01:00', 'available_for_pickup.locker')).toBeNull()
  })

  it('is nobody’s where the recipient is to act, where it comes back, and where none was made', () => {
    const late = at('2026-12-20T12:00:00Z')
    for (const status of [
      'exception.address_problem',
      'exception.held_payment',
      'returning.refused',
      'cancelled.requested',
    ] as const)
      expect(hoursLate(parcel(scan('2026-11-20T09:00:00+01:00', status)), 'first', late), status).toBeNull()
    const inbound = fold(report({ scans: [moving], window: promised, direction: 'inbound' }))
    expect(hoursLate(inbound, 'first', late)).toBeNull()
    expect(hoursLate(fold(report({ scans: [moving] })), 'first', late)).toBeNull()
    expect(
      hoursLate(parcel(scan('2026-11-20T09:00:00+01:00', 'exception.lost')), 'first', late),
    ).toBeGreaterThan(600)
  })

  it('never gets less broken while time passes, whatever is known of the parcel', () => {
    fc.assert(
      fc.property(arbitraryFacts, fc.nat(2000), fc.nat(500), (facts, hours, more) => {
        const projection = foldParcel(facts)
        const start = Date.UTC(2026, 2, 20)
        const look = (h: number) => ({ now: new Date(start + h * 3_600_000), timeZone })
        for (const promise of ['first', 'newest'] as const) {
          const now = hoursLate(projection, promise, look(hours))
          const later = hoursLate(projection, promise, look(hours + more))
          if (now !== null) expect(later).toBeGreaterThanOrEqual(now)
        }
        expect(
          mayNeedCare(projection) ||
            casesOf(projection, viewShipment(projection, { ...look(hours), carrier: 'dhl' })).length === 0,
        ).toBe(true)
      }),
    )
  })
})

describe('the next look', () => {
  const rule = voucherRuleSchema.parse({
    monthlyBudget: 1,
    tiers: [
      { hours: 24, gives: { kind: 'amount', value: 1 }, codes: { from: 'pool', pool: 'a' } },
      { hours: 72, gives: { kind: 'amount', value: 2 }, codes: { from: 'pool', pool: 'b' } },
    ],
  })
  const walk = (projection: Projection, from: string): string[] => {
    const found: string[] = []
    for (let now: Date | null = new Date(from); now; ) {
      now = nextLook(projection, [rule], { now, timeZone })
      if (now) found.push(now.toISOString())
    }
    return found
  }

  it('is when the promise is over, and when each tier is reached; then never', () => {
    expect(walk(parcel(), '2026-11-20T12:00:00Z')).toEqual([
      '2026-11-20T23:00:00.000Z',
      '2026-11-21T23:00:00.000Z',
      '2026-11-23T23:00:00.000Z',
    ])
  })

  it('is three days before the last day to collect, and after it', () => {
    const waits = fold(
      report({
        scans: [scan('2026-11-19T09:00:00+01:00', 'available_for_pickup.locker')],
        pickup: { name: null, address: null, lastDay: '2026-11-27' },
      }),
    )
    expect(walk(waits, '2026-11-20T12:00:00Z')).toEqual([
      '2026-11-23T23:00:00.000Z',
      '2026-11-27T23:00:00.000Z',
    ])
  })
})

describe('a problem with an address', () => {
  const wrong = parcel(scan('2026-11-20T09:00:00+01:00', 'exception.address_problem'))
  const parcels = [{ id: 'a', projection: wrong }]
  const hrefs = { address: '/address', wishes: '/wishes' }
  const care = (fixed: string[] | null, hasAddress = true) =>
    slotCareOf({ parcels, care: { fixed, wished: null }, hasAddress, hrefs })

  it('is told by its state and day, and answered by a correction until there is a new one', () => {
    expect(addressProblem(wrong)).toBe('exception.address_problem 2026-11-20')
    expect(addressProblem(parcel())).toBeNull()
    const problems = problemsOf(parcels)
    expect(isCorrected(problems, problems)).toBe(true)
    expect(isCorrected(problems, ['a exception.address_problem 2026-11-19'])).toBe(false)
    expect(isCorrected([], [])).toBe(false)
  })

  it('leads to its page until it is corrected, where there is an address to correct', () => {
    expect(care(null)).toMatchObject({
      addressHref: '/address',
      addressCorrected: false,
      wishesHref: '/wishes',
    })
    expect(care(problemsOf(parcels))).toMatchObject({ addressHref: null, addressCorrected: true })
    expect(care(null, false)).toMatchObject({ addressHref: null, addressCorrected: false })
  })
})

describe('a place to collect from', () => {
  const projection = fold(
    report({
      scans: [scan('2026-11-19T09:00:00+01:00', 'available_for_pickup.locker')],
      pickup: {
        name: 'Packstation 124',
        address: null,
        lastDay: '2026-11-27',
        hours: ['Mo–So 0–24'],
        code: '4711',
      },
    }),
  )
  const pickups = (iso: string, mayAct: boolean) => {
    const view = viewShipment(projection, { ...at(iso), carrier: 'dhl' })
    return slotPickupsOf([{ parcel: { id: 'a', projection }, view }], {
      calendarHref: '/delivery.ics',
      mayAct,
    })
  }

  it('is urgent in its last three days, with its hours and the calendar', () => {
    expect(pickups('2026-11-23T12:00:00Z', true)).toMatchObject([
      {
        name: 'Packstation 124',
        hours: ['Mo–So 0–24'],
        daysLeft: 4,
        urgent: false,
        calendarHref: '/delivery.ics',
      },
    ])
    expect(pickups('2026-11-24T12:00:00Z', true)).toMatchObject([{ daysLeft: 3, urgent: true }])
    expect(pickups('2026-11-28T12:00:00Z', true)).toMatchObject([
      { daysLeft: null, urgent: false, calendarHref: null },
    ])
  })

  it('tells what opens it to whoever may act alone, and no view of it does', () => {
    expect(pickups('2026-11-24T12:00:00Z', true)[0]?.code).toBe('4711')
    expect(pickups('2026-11-24T12:00:00Z', false)[0]?.code).toBeNull()
    expect(
      JSON.stringify(viewShipment(projection, { ...at('2026-11-24T12:00:00Z'), carrier: 'dhl' })),
    ).not.toContain('4711')
  })
})

describe('a voucher', () => {
  const voucher = {
    code: 'A',
    kind: 'amount' as const,
    value: 500,
    atMost: 500,
    currency: 'EUR',
    minimum: 0,
    validUntil: '2026-11-27',
  }
  it('is shown through its last day', () => {
    expect(slotVoucherOf(voucher, '2026-11-27')).toBe(voucher)
    expect(slotVoucherOf(voucher, '2026-11-28')).toBeNull()
    expect(slotVoucherOf({ ...voucher, validUntil: null }, '2030-01-01')).not.toBeNull()
  })
})

describe('days to wish for', () => {
  it('begin tomorrow in the shop’s zone, and are no Sundays', () => {
    const days = wishDays(new Date('2026-11-20T23:30:00Z'), timeZone)
    expect(days[0]).toBe('2026-11-23')
    expect(days).not.toContain('2026-11-29')
    expect(days.at(-1)).toBe('2026-12-05')
  })
})
