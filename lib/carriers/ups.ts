import { z } from 'zod'
import type { ParcelReport, Scan, ScanTime } from '@/lib/parcels/report'
import { readDay, readScanTime } from '@/lib/parcels/scan-time'
import type { StatusCode } from '@/lib/parcels/status'
import { defineCarrier } from './carrier'
import { optionalText, parcelNumber } from './fields'
import { readPlace } from './place'
import { lookUp } from './status-table'
import { readWindow } from './window'

/** What an activity's type says alone; `D` (delivery) says too little, it also stands for loaded and out for delivery. */
const UPS_TYPE: Record<string, StatusCode> = {
  M: 'info_received.label_created',
  MV: 'cancelled.other',
  I: 'in_transit.other',
  U: 'in_transit.delivery_rescheduled',
  X: 'exception.other',
}

/** What code or description code make of these types, and of an alert without one. */
const OUT_FOR_DELIVERY = { types: ['I', 'D', ''], code: 'OT', descriptionCode: '021' }
const DELIVERED = { types: ['D', ''], code: 'FS', descriptionCode: '011' }

const activity = z.object({
  type: optionalText,
  code: optionalText,
  description: optionalText,
  descriptionCode: optionalText,
})
type Activity = z.infer<typeof activity>

const payload = z.object({
  trackingNumber: parcelNumber,
  localActivityDate: optionalText,
  localActivityTime: optionalText,
  gmtActivityDate: optionalText,
  gmtActivityTime: optionalText,
  gmtOffset: optionalText,
  activityLocation: z
    .object({
      city: optionalText,
      stateProvince: optionalText,
      postalCode: optionalText,
      country: optionalText,
    })
    .nullish(),
  activityStatus: activity,
  scheduledDeliveryDate: optionalText,
  actualDeliveryDate: optionalText,
  deliveryStartTime: optionalText,
  deliveryEndTime: optionalText,
  receivedBy: optionalText,
})
type Alert = z.infer<typeof payload>

function matches(status: Activity, rule: typeof DELIVERED): boolean {
  const type = status.type?.toUpperCase() ?? ''
  // Three digits, which lose their zeros as a number.
  const descriptionCode = status.descriptionCode?.padStart(3, '0')
  return (
    rule.types.includes(type) &&
    (status.code?.toUpperCase() === rule.code || descriptionCode === rule.descriptionCode)
  )
}

function statusOf({ activityStatus: status, actualDeliveryDate }: Alert): StatusCode | null {
  const type = status.type?.toUpperCase() ?? ''
  if (matches(status, DELIVERED)) return 'delivered.other'
  if (matches(status, OUT_FOR_DELIVERY)) return 'out_for_delivery.on_vehicle'
  if (type === 'D' && readDay(actualDeliveryDate)) return 'delivered.other'
  return lookUp(UPS_TYPE, type)
}

/** `HHMMSS`, which loses its first zeros as a number. */
const clock = (time: string | null): string | null => time?.replaceAll(':', '').padStart(6, '0') ?? null

const moment = (date: string | null, time: string | null): string | null =>
  date && time ? `${date}T${clock(time)}` : date

const MINUTE_MS = 60_000

/** Zones lie at most 14 hours from Greenwich, in quarters of an hour. */
const MOST_OFFSET_MINUTES = 14 * 60

/** `+02:00` from a difference in minutes; null when no zone on Earth has it. */
function zoneMark(minutes: number): string | null {
  if (Math.abs(minutes) > MOST_OFFSET_MINUTES || minutes % 15 !== 0) return null
  const [hours, rest] = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  return `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`
}

/** UPS writes the offset with a dot: `-04.00`. */
const OFFSET = /^([+-]?)(\d{1,2})[.:]?(\d{2})$/

function offsetText(text: string | null): string | null {
  const match = OFFSET.exec(text ?? '')
  return match ? zoneMark((match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]))) : null
}

/** The one webhook that gives the local clock and Greenwich's: their difference is the zone. */
function timeOf(alert: Alert): ScanTime {
  const local = moment(alert.localActivityDate, alert.localActivityTime)
  const gmt = moment(alert.gmtActivityDate, alert.gmtActivityTime)
  const raw = [
    alert.localActivityDate ?? alert.gmtActivityDate,
    alert.localActivityTime ?? alert.gmtActivityTime,
  ]
    .filter(Boolean)
    .join(' ')
  const [onWall, inGreenwich] = [
    readScanTime(local && `${local}Z`, 'offset').at,
    readScanTime(gmt && `${gmt}Z`, 'offset').at,
  ]
  const difference =
    onWall && inGreenwich
      ? zoneMark(Math.round((Date.parse(onWall) - Date.parse(inGreenwich)) / MINUTE_MS))
      : null
  const zone = difference ?? (inGreenwich ? null : offsetText(alert.gmtOffset))
  const read = onWall && zone ? `${local}${zone}` : local
  const time = read ? readScanTime(read, 'offset') : readScanTime(gmt && `${gmt}Z`, 'offset')
  return { ...time, raw: raw || null }
}

const hourOf = (day: string | null, time: string | null): string | null =>
  day && time ? (readScanTime(moment(day, time), 'local').localTime?.slice(11, 16) ?? null) : null

function readAlert(alert: Alert): ParcelReport {
  const { activityStatus, activityLocation: place } = alert
  const scan: Scan = {
    provider: 'ups',
    status: statusOf(alert),
    time: timeOf(alert),
    order: null,
    text: activityStatus.description,
    place: readPlace({
      city: place?.city,
      region: place?.stateProvince,
      postalCode: place?.postalCode,
      country: place?.country,
    }),
    actionRequired: false,
    raw: {
      status: activityStatus.type,
      substatus: activityStatus.descriptionCode,
      code: activityStatus.code,
    },
  }
  const day = readDay(alert.scheduledDeliveryDate)
  const window = readWindow(
    [
      {
        likely: day,
        from: hourOf(day, alert.deliveryStartTime),
        to: hourOf(day, alert.deliveryEndTime),
        source: 'carrier',
      },
    ],
    { scans: [scan], summary: null },
  )
  const today = scan.time.localTime ?? scan.time.at
  return {
    carrier: 'ups',
    number: alert.trackingNumber,
    direction: null,
    scans: [scan],
    summary: null,
    // An official example schedules the delivery years before its scan.
    window: window && today && window.latest < today.slice(0, 10) ? null : window,
    pickup: null,
    signedBy: alert.receivedBy,
  }
}

/** UPS Track Alert v2: one event a body. The photo of the delivery is never read. */
export const ups = defineCarrier({
  id: 'ups',
  name: 'UPS',
  docs: 'https://github.com/UPS-API/api-documentation/blob/main/UPSTrackAlertEnhanced.yaml',
  signature: {
    kind: 'shared-secret',
    headers: [{ name: 'credential' }, { name: 'authorization', prefix: 'Bearer ' }],
  },
  // UPS names no delivery: the body alone tells one from another.
  deliveryId: () => null,
  payload,
  read: (alert) => ({ kind: 'reports', reports: [readAlert(alert)] }),
})
