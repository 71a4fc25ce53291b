import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { foldParcel } from '@/lib/parcels/fold-parcel'
import { viewShipment } from '@/lib/parcels/view-shipment'
import { arbitraryFacts } from './arbitrary-facts'

const RUNS = { numRuns: 500 }

/** Around both changes of the clock in Berlin, and the days of the facts. */
const moments = fc.oneof(
  fc.date({
    min: new Date('2026-03-25T00:00:00Z'),
    max: new Date('2026-04-10T00:00:00Z'),
    noInvalidDate: true,
  }),
  fc.date({
    min: new Date('2026-10-24T18:00:00Z'),
    max: new Date('2026-10-26T06:00:00Z'),
    noInvalidDate: true,
  }),
)

const cases = fc.record({
  projection: arbitraryFacts.map(foldParcel),
  now: moments,
  timeZone: fc.constantFrom(
    'Europe/Berlin',
    'America/Los_Angeles',
    'Australia/Lord_Howe',
    'Pacific/Kiritimati',
    'UTC',
  ),
  carrier: fc.constantFrom('dhl', 'china-post', 'constructor'),
})

const later = (date: string, ms: number) => new Date(Date.parse(date) + ms)

describe('the view', () => {
  it('is the same until the second before `validUntil`', () => {
    fc.assert(
      fc.property(cases, ({ projection, now, ...context }) => {
        const view = viewShipment(projection, { now, ...context })
        const end = Date.parse(view.validUntil)
        expect(end).toBeGreaterThan(now.getTime())
        for (const part of [0.1, 0.5, 0.9]) {
          const between = new Date(now.getTime() + Math.floor((end - 1 - now.getTime()) * part))
          expect(viewShipment(projection, { now: between, ...context })).toEqual(view)
        }
        const before = later(view.validUntil, -1000)
        if (before > now) expect(viewShipment(projection, { now: before, ...context })).toEqual(view)
        expect(viewShipment(projection, { now: later(view.validUntil, -1), ...context })).toEqual(view)
      }),
      RUNS,
    )
  })

  it('says something else at `validUntil`', () => {
    fc.assert(
      fc.property(cases, ({ projection, now, ...context }) => {
        const { validUntil, ...view } = viewShipment(projection, { now, ...context })
        const { validUntil: next, ...then } = viewShipment(projection, {
          now: later(validUntil, 0),
          ...context,
        })
        expect(Date.parse(next)).toBeGreaterThan(Date.parse(validUntil))
        expect(then).not.toEqual(view)
      }),
      RUNS,
    )
  })

  it('never shows a window, an hour or a last day that has passed', () => {
    fc.assert(
      fc.property(cases, ({ projection, now, ...context }) => {
        const { window, today, daysUntil, lateSince, pickupDaysLeft, silentHours } = viewShipment(
          projection,
          { now, ...context },
        )
        if (window) {
          expect(window.earliest >= today && window.latest >= window.earliest).toBe(true)
          expect(window.likely === null || window.likely >= window.earliest).toBe(true)
          expect(daysUntil?.earliest).toBeGreaterThanOrEqual(0)
          expect(lateSince).toBeNull()
          const local = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(
            context.timeZone,
          )
          const clock = local.toPlainTime().toString().slice(0, 5)
          const overnight = window.from !== null && window.to !== null && window.to <= window.from
          // The hour that a clock change repeats or leaves out can't be told by the clock alone.
          if (window.latest === today && window.to !== null && !overnight && local.hoursInDay === 24)
            expect(window.to > clock).toBe(true)
        }
        if (lateSince) expect(lateSince < today).toBe(true)
        expect(pickupDaysLeft ?? 0).toBeGreaterThanOrEqual(0)
        expect(silentHours ?? 1).toBeGreaterThan(0)
      }),
      RUNS,
    )
  })
})
