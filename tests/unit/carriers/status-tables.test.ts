import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { aftership } from '@/lib/carriers/aftership'
import type { AnyCarrier } from '@/lib/carriers/carrier'
import { easypost } from '@/lib/carriers/easypost'
import { shippo } from '@/lib/carriers/shippo'

const { map } = z
  .object({ map: z.record(z.string(), z.record(z.string(), z.string())) })
  .parse(JSON.parse(readFileSync(new URL('../../fixtures/status-map.json', import.meta.url), 'utf8')))

type Codes = [status: string | null, substatus: string | null]

/** What the parcel and its one scan become. */
function read(carrier: AnyCarrier, body: unknown): (string | null | undefined)[] {
  const parsed = carrier.parse(body, new Headers())
  if (!parsed.ok || parsed.reading.kind !== 'reports') throw new Error('No report')
  const [report] = parsed.reading.reports
  return [report?.summary?.status, report?.scans[0]?.status]
}

const BODIES: Record<'aftership' | 'easypost' | 'shippo', (...codes: Codes) => ReturnType<typeof read>> = {
  aftership: (tag, subtag) =>
    read(aftership, {
      event: 'tracking_update',
      msg: { tracking_number: '1', tag, subtag, checkpoints: [{ tag, subtag }] },
    }),
  easypost: (status, status_detail) =>
    read(easypost, {
      description: 'tracker.updated',
      result: { tracking_code: '1', status, status_detail, tracking_details: [{ status, status_detail }] },
    }),
  shippo: (status, code) => {
    const scan = { status, substatus: code && { code, text: '', action_required: false } }
    return read(shippo, {
      event: 'track_updated',
      data: { tracking_number: '1', tracking_status: scan, tracking_history: [scan] },
    })
  },
}

const rowsOf = (provider: string): [string, string][] => {
  const rows = Object.entries(map[provider] ?? {})
  if (rows.length === 0) throw new Error(`No rows for ${provider}`)
  return rows
}

/** `Pending_002..006` → five sub-tags. */
const expand = (key: string): string[] => {
  const [, tag, first, last] = /^(\w+)_(\d{3})\.\.(\d{3})$/.exec(key) ?? []
  if (!tag) return [key]
  return Array.from(
    { length: Number(last) - Number(first) + 1 },
    (_, index) => `${tag}_${String(Number(first) + index).padStart(3, '0')}`,
  )
}

describe('AfterShip', () => {
  it.each(rowsOf('aftership').flatMap(([key, code]) => expand(key).map((subtag) => [subtag, code])))(
    '%s is %s, with its tag and without',
    (subtag, code) => {
      const tag = subtag.split('_')[0] ?? ''
      expect(BODIES.aftership(tag, subtag)).toEqual([code, code])
      expect(BODIES.aftership(null, subtag)).toEqual([code, code])
    },
  )

  it('reads a bare tag as its _001, and an unknown sub-tag as its tag', () => {
    for (const [subtag, code] of rowsOf('aftership').filter(([key]) => key.endsWith('_001'))) {
      const tag = subtag.split('_')[0] ?? ''
      expect(BODIES.aftership(tag, null)).toEqual([code, code])
      expect(BODIES.aftership(tag, `${tag}_999`)).toEqual([code, code])
      expect(BODIES.aftership(null, `${tag}_999`)).toEqual([code, code])
    }
  })

  it.each<Codes>([
    ['Teleported', 'Teleported_001'],
    [null, null],
    ['constructor', '__proto__'],
    ['', ''],
  ])('keeps %s/%s without a status', (tag, subtag) =>
    expect(BODIES.aftership(tag, subtag)).toEqual([null, null]),
  )
})

const EASYPOST = 'easypost (status / status_detail)'

describe('EasyPost', () => {
  const rows = rowsOf(EASYPOST)
  const broad = ['pre_transit', 'in_transit', 'failure']

  it.each(rows)('%s is %s', (key, code) => {
    const [status = '', detail = ''] = key.split('/')
    const statuses = status === '*' ? broad : [status]
    // A row with any detail holds for one never heard of, and for none.
    const details = detail === '*' ? ['zz_unheard_of', null] : [detail]
    for (const one of statuses)
      for (const other of details) expect(BODIES.easypost(one, other)).toEqual([code, code])
  })

  it.each([
    ['pre_transit', 'info_received.label_created'],
    ['in_transit', 'in_transit.other'],
    ['failure', 'exception.other'],
  ])('%s with a detail of tomorrow, or none, is %s', (status, code) => {
    expect(BODIES.easypost(status, 'zz_unheard_of')).toEqual([code, code])
    expect(BODIES.easypost(status, null)).toEqual([code, code])
  })

  it('lets a row that names the status go before one that names only the detail', () => {
    expect(BODIES.easypost('delivered', 'damaged')).toEqual(['delivered.other', 'delivered.other'])
    expect(BODIES.easypost('return_to_sender', 'refused')).toEqual(['returning.other', 'returning.other'])
  })

  it.each<Codes>([
    ['teleported', 'zz_unheard_of'],
    [null, null],
    ['constructor', 'toString'],
  ])('keeps %s/%s without a status', (status, detail) =>
    expect(BODIES.easypost(status, detail)).toEqual([null, null]),
  )
})

describe('Shippo', () => {
  it.each(rowsOf('shippo (status / substatus.code)'))('%s is %s', (key, code) => {
    const [status = '', substatus = ''] = key.split('/')
    expect(BODIES.shippo(status, substatus === 'null' ? null : substatus)).toEqual([code, code])
  })

  it.each([
    ['UNKNOWN', 'pending.unknown'],
    ['PRE_TRANSIT', 'info_received.label_created'],
    ['TRANSIT', 'in_transit.other'],
    ['DELIVERED', 'delivered.other'],
    ['RETURNED', 'returning.other'],
    ['FAILURE', 'exception.other'],
  ])('%s with a substatus of tomorrow, or none, is %s', (status, code) => {
    expect(BODIES.shippo(status, 'zz_unheard_of')).toEqual([code, code])
    expect(BODIES.shippo(status, null)).toEqual([code, code])
  })

  it.each<Codes>([
    ['TELEPORTED', 'delivered'],
    [null, null],
    ['constructor', null],
  ])('keeps %s/%s without a status', (status, code) =>
    expect(BODIES.shippo(status, code)).toEqual([null, null]),
  )
})
