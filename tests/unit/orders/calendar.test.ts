import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { type CalendarParcel, orderCalendar } from '@/lib/orders/calendar'
import { icalFile, icalText } from '@/lib/orders/ical-text'
import { speakParcel } from '@/lib/orders/order-view'
import { emptyProjection } from '@/lib/parcels/empty-projection'
import type { Projection } from '@/lib/parcels/projection'
import { alpine } from '@/tests/support/sample-shops'
import { promise } from '@/tests/support/samples'

const NOW = new Date('2026-11-24T09:00:00Z')
const URL = 'https://orders.example/alpenglueck/de/o/alpenglueck.AAAAAAAAAAAAAAAAAAAAAA'

const parcel = (projection: Partial<Projection>, more: Partial<CalendarParcel> = {}): CalendarParcel => ({
  id: '019a9f00-0000-7000-8000-000000000001',
  carrier: 'dhl',
  number: '00340434161094000001',
  projectionVersion: 3,
  updatedAt: '2026-11-23T18:04:05.678+01:00',
  projection: { ...emptyProjection('outbound'), status: 'in_transit.arrived', ...projection },
  ...more,
})

const write = (parcels: CalendarParcel[], now = NOW, shop = alpine) =>
  orderCalendar(
    shop,
    'de',
    parcels.map((one) => speakParcel(shop, 'de', one, now)),
    URL,
  )

/** What another program understands: a parser that is not ours. */
function read(text: string | null) {
  const calendar = new ICAL.Component(ICAL.parse(text ?? ''))
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component)
    return {
      uid: event.uid,
      sequence: event.sequence,
      start: event.startDate.toString(),
      end: event.endDate.toString(),
      allDay: event.startDate.isDate,
      zone: event.startDate.zone?.tzid,
      summary: event.summary,
      description: event.description,
      location: event.location,
      status: component.getFirstPropertyValue('status'),
      stamp: String(component.getFirstPropertyValue('dtstamp')),
      url: component.getFirstPropertyValue('url'),
    }
  })
}

const between = (window: ReturnType<typeof promise>) => parcel({ window, originalWindow: window })

describe('an order’s calendar', () => {
  it('holds one all-day entry over the promised days, its end on the day after', () => {
    const [event, ...others] = read(write([between(promise('2026-11-25', '2026-11-27'))]))
    expect(others).toEqual([])
    expect(event).toMatchObject({
      allDay: true,
      start: '2026-11-25',
      end: '2026-11-28',
      status: 'CONFIRMED',
      summary: 'Paket von Alpenglück',
      description: `DHL 00340434161094000001\n${URL}`,
      url: URL,
      stamp: '2026-11-23T17:04:05Z',
    })
  })

  it('tells named hours as instants, by the clock of the shop’s zone, in summer and in winter', () => {
    const winter = read(write([between(promise('2026-11-25', '2026-11-25', { from: '10:00', to: '12:30' }))]))
    expect(winter[0]).toMatchObject({
      allDay: false,
      zone: 'UTC',
      start: '2026-11-25T09:00:00Z',
      end: '2026-11-25T11:30:00Z',
    })
    const summer = write(
      [between(promise('2026-07-25', '2026-07-25', { from: '10:00', to: '12:30' }))],
      new Date('2026-07-24T09:00:00Z'),
    )
    expect(read(summer)[0]).toMatchObject({ start: '2026-07-25T08:00:00Z', end: '2026-07-25T10:30:00Z' })
  })

  it('ends hours past midnight on the next day, and takes half-named hours, or hours of several days, as whole days', () => {
    const night = read(write([between(promise('2026-11-25', '2026-11-25', { from: '22:00', to: '01:00' }))]))
    expect(night[0]).toMatchObject({ start: '2026-11-25T21:00:00Z', end: '2026-11-26T00:00:00Z' })
    for (const hours of [{ from: '10:00' }, { to: '12:00' }, { from: '10:00', to: '10:00' }])
      expect(read(write([between(promise('2026-11-25', '2026-11-25', hours))]))[0]?.allDay).toBe(true)
    const days = read(write([between(promise('2026-11-25', '2026-11-26', { from: '10:00', to: '12:00' }))]))
    expect(days[0]?.allDay).toBe(true)
  })

  it('keeps an entry’s name whatever changes, and raises its number with every version', () => {
    const first = between(promise('2026-11-25'))
    const moved = { ...between(promise('2026-11-27')), projectionVersion: 4 }
    const done = parcel(
      { status: 'delivered.other', window: null, originalWindow: promise('2026-11-25'), final: true },
      { projectionVersion: 5 },
    )
    const all = [first, moved, done].flatMap((one) => read(write([one])))
    expect(new Set(all.map(({ uid }) => uid)).size).toBe(1)
    expect(all.map(({ status }) => status)).toEqual(['CONFIRMED', 'CONFIRMED', 'CANCELLED'])
    const numbers = all.map(({ sequence }) => sequence)
    expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b))
  })

  it('cancels an entry whose days passed without a delivery, under a number between two versions', () => {
    const late = between(promise('2026-11-23'))
    const before = read(write([late], new Date('2026-11-23T09:00:00Z')))[0]
    const after = read(write([late]))[0]
    expect([before?.status, after?.status]).toEqual(['CONFIRMED', 'CANCELLED'])
    expect(after?.sequence).toBeGreaterThan(before?.sequence ?? Number.NaN)
    const next = read(write([{ ...between(promise('2026-11-26')), projectionVersion: 4 }]))[0]
    expect(next?.sequence).toBeGreaterThan(after?.sequence ?? Number.NaN)
  })

  it('cancels the delivery and notes the last day to collect, with the place, while a parcel waits', () => {
    const waiting = parcel({
      status: 'available_for_pickup.locker',
      window: null,
      originalWindow: promise('2026-11-23'),
      pickup: {
        name: 'Packstation 123; Halle',
        address: 'Bahnhofplatz 1, 80335 München',
        lastDay: '2026-11-30',
      },
    })
    expect(read(write([waiting]))).toMatchObject([
      { uid: `delivery-${waiting.id}`, status: 'CANCELLED' },
      {
        uid: `collect-${waiting.id}`,
        status: 'CONFIRMED',
        allDay: true,
        start: '2026-11-30',
        end: '2026-12-01',
        summary: 'Letzter Abholtag: Paket von Alpenglück',
        location: 'Packstation 123; Halle, Bahnhofplatz 1, 80335 München',
      },
    ])
  })

  it('says nothing where no day was ever named, and nothing of a parcel on its way back', () => {
    expect(write([])).toBeNull()
    expect(write([parcel({})])).toBeNull()
    const window = promise('2026-11-25')
    expect(write([parcel({ direction: 'inbound', window, originalWindow: window })])).toBeNull()
  })

  it('has no line over 75 octets, ends each with CRLF, and reads back names of any script and sign', () => {
    const name = `Überg’schäft, Söhne; "Co" \\ ${'ß漢字🏔️'.repeat(20)}\nZeile`
    const text = write([between(promise('2026-11-25'))], NOW, { ...alpine, name, id: alpine.id, version: 99 })
    const lines = text?.split('\r\n') ?? []
    expect(lines.at(-1)).toBe('')
    expect(text?.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    for (const line of lines) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      expect(line).not.toContain('\ufffd')
    }
    expect(read(text)[0]?.summary).toBe(`Paket von ${name}`)
  })
})

describe('a content line', () => {
  it('breaks between characters and never inside one', () => {
    for (let length = 60; length < 90; length++) {
      const line = `SUMMARY:${icalText(`${'a'.repeat(length)}漢字`.repeat(3))}`
      const file = icalFile([line])
      for (const part of file.split('\r\n')) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(75)
      expect(file.replaceAll('\r\n ', '')).toBe(`${line}\r\n`)
    }
  })

  it('can’t be broken out of by a text', () => {
    expect(icalText('x\r\nEND:VEVENT\u0000;,\\')).toBe('x\\nEND:VEVENT\\;\\,\\\\')
  })
})
