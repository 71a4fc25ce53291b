import type { DeliveryWindow, ParcelReport, Pickup, Place, Scan, ScanTime } from './report'
import type { StatusCode } from './status'

/** A recorded scan: its content hash is its identity. */
export type RecordedScan = Scan & { fingerprint: string }

/** A recorded statement about the whole parcel, without its scans. */
export type RecordedStatement = Omit<ParcelReport, 'scans' | 'carrier' | 'number'> & {
  fingerprint: string
  provider: string
  /** The newest instant the report itself names (its summary or its newest scan); null when it names none. */
  at: string | null
  /** The newest dated scan the report brought (zone unknown: the local clock read as UTC): how far its knowledge reaches. */
  newestScan: string | null
}

/** Everything known of one parcel: a set, in no order. */
export type ParcelFacts = { scans: readonly RecordedScan[]; statements: readonly RecordedStatement[] }

/** One line of the history: one scan, or the same scan told by several providers. */
export type TimelineEntry = {
  status: StatusCode | null
  time: ScanTime
  text: string | null
  place: Place | null
  providers: string[]
  /** What each provider called it. */
  raw: {
    provider: string
    status: string | null
    substatus: string | null
    code: string | null
    time: string | null
  }[]
}

export type Attention = 'action' | 'warn' | 'critical'

/** A shipment's state: a pure function of the set of its facts, stored beside them, free of the clock. */
export type Projection = {
  direction: 'outbound' | 'inbound'
  status: StatusCode
  attention: Attention | null
  /** When the state was reached; null when no scan says so. */
  statusTime: ScanTime | null
  /** The newest promise, null when the state broke it; may lie in the past: the view decides. */
  window: DeliveryWindow | null
  /** The first promise that was made. */
  originalWindow: DeliveryWindow | null
  pickup: Pickup | null
  signedBy: string | null
  /** No further scan is expected. */
  final: boolean
  /** Newest first. */
  timeline: TimelineEntry[]
  /** The instant (or, zone unknown, the local clock read as UTC) of the newest dated scan. */
  lastScan: string | null
}
