import { foldParcel } from '@/lib/parcels/fold-parcel'
import type { ParcelFacts, Projection } from '@/lib/parcels/projection'
import { recordReport } from '@/lib/parcels/record-report'
import type { DeliveryWindow, ParcelReport, Scan } from '@/lib/parcels/report'
import { readScanTime } from '@/lib/parcels/scan-time'
import type { StatusCode } from '@/lib/parcels/status'

/** A scan at a written time: with an offset or `Z` an instant, else a local clock or a bare day; null: undated. */
export const scan = (time: string | null, status: StatusCode | null, more: Partial<Scan> = {}): Scan => ({
  provider: 'standard',
  status,
  time: readScanTime(time, 'offset'),
  order: null,
  text: status,
  place: null,
  actionRequired: false,
  raw: { status, substatus: null, code: null },
  ...more,
})

/** One provider's message; `status` and `at` make its summary. */
export function report({
  status,
  at,
  actionRequired = false,
  ...more
}: Partial<ParcelReport> & { status?: StatusCode; at?: string; actionRequired?: boolean }): ParcelReport {
  const summary =
    status || at
      ? {
          status: status ?? null,
          at: at ?? null,
          actionRequired,
          raw: { status: status ?? null, substatus: null },
        }
      : null
  return {
    carrier: 'dhl',
    number: '00340434161094000001',
    direction: null,
    scans: [],
    summary,
    window: null,
    pickup: null,
    signedBy: null,
    ...more,
  }
}

export const window = (
  earliest: string,
  latest = earliest,
  more: Partial<DeliveryWindow> = {},
): DeliveryWindow => ({
  earliest,
  latest,
  likely: null,
  from: null,
  to: null,
  source: 'carrier',
  ...more,
})

export function factsOf(...reports: ParcelReport[]): ParcelFacts {
  const recorded = reports.map((each) => recordReport(each))
  return {
    scans: recorded.flatMap(({ scans }) => scans),
    statements: recorded.flatMap(({ statements }) => statements),
  }
}

export const fold = (...reports: ParcelReport[]): Projection => foldParcel(factsOf(...reports))

/** The projection of scans alone. */
export const foldScans = (...scans: Scan[]): Projection => fold(report({ scans }))
