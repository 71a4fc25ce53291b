import { describe, expect, it } from 'vitest'
import { carriers } from '@/lib/carriers'
import type { Scan } from '@/lib/parcels/report'
import { isStatusCode } from '@/lib/parcels/status'
import statusMap from '@/tests/fixtures/status-map.json'

/** The one scan that a body with one scan becomes. */
function scanOf(provider: string, body: unknown): Scan {
  const parsed = carriers.get(provider)?.parse(body, new Headers())
  if (!parsed?.ok || parsed.reading.kind !== 'reports') throw new Error(JSON.stringify(parsed))
  const scan = parsed.reading.reports[0]?.scans[0]
  if (!scan) throw new Error('no scan')
  return scan
}

const shipengine = (codes: Record<string, string | null>, carrier_code = 'dhl') =>
  scanOf('shipengine', {
    resource_type: 'API_TRACK',
    data: { tracking_number: '1', carrier_code, events: [codes] },
  }).status

const ups = (activityStatus: Record<string, string | null>, more: Record<string, string> = {}) =>
  scanOf('ups', { trackingNumber: '1', activityStatus, ...more }).status

const ship24 = (event: Record<string, string | null>) =>
  scanOf('ship24', { trackings: [{ tracker: { trackingNumber: '1' }, events: [event] }] }).status

const standard = (status: string | null) =>
  scanOf('standard', { type: 'parcel.updated', data: { number: '1', scans: [{ status }] } }).status

describe('ShipEngine', () => {
  it.each(Object.entries(statusMap.map['shipengine/shipstation (status_code)']))(
    'status %s is %s',
    (code, expected) => {
      expect(shipengine({ status_code: code })).toBe(expected)
      expect(shipengine({ status_code: code, status_detail_code: '', carrier_detail_code: null })).toBe(
        expected,
      )
    },
  )

  it.each(Object.entries(statusMap.map['shipengine/shipstation (status_detail_code)']))(
    'detail %s is %s, whatever the status',
    (code, expected) => {
      const whole = code.replace('*', '_SENT')
      expect(shipengine({ status_code: 'IT', status_detail_code: whole })).toBe(expected)
      expect(shipengine({ status_code: 'ZZ', status_detail_code: whole })).toBe(expected)
      expect(shipengine({ status_code: 'IT', status_detail_code: '', carrier_detail_code: whole })).toBe(
        expected,
      )
    },
  )

  it('an unknown detail is the general sub of its status, an unknown status nothing', () => {
    expect(shipengine({ status_code: 'AC', status_detail_code: 'NEWLY_INVENTED' })).toBe('in_transit.other')
    expect(shipengine({ status_code: 'SP', status_detail_code: 'NEWLY_INVENTED' })).toBe(
      'available_for_pickup.other',
    )
    expect(shipengine({ status_code: 'EX', status_detail_code: 'constructor' })).toBe('exception.other')
    expect(shipengine({ status_code: 'ZZ', status_detail_code: 'NEWLY_INVENTED' })).toBeNull()
    expect(shipengine({ status_code: null })).toBeNull()
  })

  it('UPS’s own code tells what ShipEngine’s status doesn’t, for UPS alone', () => {
    expect(shipengine({ status_code: 'IT', carrier_detail_code: 'OT' }, 'ups')).toBe(
      'out_for_delivery.on_vehicle',
    )
    expect(shipengine({ status_code: 'IT', carrier_detail_code: 'OT' }, 'fedex')).toBe('in_transit.other')
    expect(shipengine({ status_code: 'AC', carrier_detail_code: 'OR' }, 'ups')).toBe('in_transit.accepted')
  })
})

/** The rows of the map's table as alerts; a row without an alert here fails the test below. */
const UPS_ROWS: Record<string, Record<string, string>[]> = {
  'type M': [{ type: 'M' }, { type: 'M', code: 'MP', descriptionCode: '003' }],
  'type MV': [{ type: 'MV' }],
  'type I': [{ type: 'I' }, { type: 'I', code: 'DP', descriptionCode: '005' }],
  'code OT (type I or D), 021': [
    { type: 'I', code: 'OT' },
    { type: 'D', code: 'OT' },
    { type: 'I', descriptionCode: '021' },
    { type: 'D', code: 'XX', descriptionCode: '21' },
    { type: '', code: 'OT' },
  ],
  'type U': [{ type: 'U' }],
  'type X': [{ type: 'X' }, { type: 'X', code: 'FS', descriptionCode: '011' }],
  'type D + code FS / 011': [
    { type: 'D', code: 'FS' },
    { type: 'D', descriptionCode: '011' },
    { type: 'D', code: 'KB', descriptionCode: '11' },
  ],
}

describe('UPS', () => {
  it.each(Object.entries(statusMap.map['ups (activityStatus)']))('%s is %s', (row, expected) => {
    const alerts = UPS_ROWS[row] ?? []
    expect(alerts.length).toBeGreaterThan(0)
    for (const alert of alerts) expect(ups(alert), JSON.stringify(alert)).toBe(expected)
  })

  it('type D alone is never delivered; with the day of the delivery it is', () => {
    expect(ups({ type: 'D' })).toBeNull()
    expect(ups({ type: 'D', code: 'ZZ', descriptionCode: '999' })).toBeNull()
    expect(ups({ type: 'D' }, { actualDeliveryDate: '' })).toBeNull()
    expect(ups({ type: 'D' }, { actualDeliveryDate: '28751022' })).toBeNull()
    expect(ups({ type: 'D' }, { actualDeliveryDate: '20261120' })).toBe('delivered.other')
    expect(ups({ type: 'D', code: 'OT' }, { actualDeliveryDate: '20261120' })).toBe(
      'out_for_delivery.on_vehicle',
    )
    expect(ups({ type: 'I' }, { actualDeliveryDate: '20261120' })).toBe('in_transit.other')
  })

  it('an unknown type says nothing', () => {
    for (const type of ['Z', 'constructor', '']) expect(ups({ type, code: 'ZZ' })).toBeNull()
    expect(ups({ type: 'Z', code: 'FS', descriptionCode: '011' })).toBeNull()
  })
})

describe('Ship24', () => {
  const rows = Object.entries(statusMap.map['ship24 (statusCode)'])

  it.each(rows)('%s is %s', (row, expected) => {
    if (row === '(milestone pending)') return expect(ship24({ statusMilestone: 'pending' })).toBe(expected)
    const code = row.replace('*', 'transit_transit_country')
    expect(ship24({ statusCode: code, statusMilestone: 'pending' })).toBe(expected)
    expect(ship24({ statusCode: code, statusMilestone: null })).toBe(expected)
  })

  it.each([
    ['info_received', 'info_received.label_created'],
    ['in_transit', 'in_transit.other'],
    ['out_for_delivery', 'out_for_delivery.on_vehicle'],
    ['failed_attempt', 'failed_attempt.other'],
    ['available_for_pickup', 'available_for_pickup.other'],
    ['delivered', 'delivered.other'],
    ['exception', 'exception.other'],
  ])('milestone %s with no code or an unknown one is %s', (statusMilestone, expected) => {
    for (const statusCode of [null, '', 'newly_invented'])
      expect(ship24({ statusCode, statusMilestone })).toBe(expected)
  })

  it('without a known code or milestone says nothing', () => {
    expect(ship24({ statusCode: 'newly_invented', statusMilestone: 'newly_invented' })).toBeNull()
    expect(ship24({ statusMilestone: 'constructor' })).toBeNull()
  })
})

describe('our own body', () => {
  const all = statusMap.canonical.flatMap(({ status, sub }) =>
    Object.keys(sub).map((name) => `${status}.${name}`),
  )

  it('takes every canonical code as it stands', () => {
    expect(all).toHaveLength(83)
    for (const code of all) {
      expect(isStatusCode(code)).toBe(true)
      expect(standard(code)).toBe(code)
    }
  })

  it('an unknown sub is the general one of its status, an unknown status nothing', () => {
    expect(standard('in_transit.newly_invented')).toBe('in_transit.other')
    expect(standard('out_for_delivery')).toBe('out_for_delivery.on_vehicle')
    expect(standard(' Delivered.Signed ')).toBe('delivered.signed')
    for (const code of ['newly_invented', 'constructor.name', '', null]) expect(standard(code)).toBeNull()
  })
})
