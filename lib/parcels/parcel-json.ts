import { carrierName } from '@/lib/carriers/aliases'
import type { ParcelWords } from '@/lib/i18n/parcel-words'
import type { Attention, TimelineEntry } from './projection'
import type { PickupPlace, Place } from './report'
import type { ShipmentView } from './shipment-view'
import type { StatusCode } from './status'

export type ScanJson = {
  /** UTC; null where the carrier's zone is unknown. */
  at: string | null
  /** The clock on the carrier's wall. */
  localTime: string | null
  zoneKnown: boolean
  status: StatusCode | null
  text: string | null
  place: string | null
}

/** A parcel as the JSON API tells it; the words are those of the page. */
export type ParcelJson = {
  carrier: string
  carrierName: string
  number: string
  direction: 'outbound' | 'inbound'
  status: StatusCode
  attention: Attention | null
  window: {
    earliest: string
    latest: string
    likely: string | null
    /** Local clock, `HH:mm`, where the carrier names hours. */
    from: string | null
    to: string | null
    source: 'carrier' | 'provider' | 'shop'
    original: { earliest: string; latest: string }
  } | null
  /** The last promised day, when it passed without a delivery. */
  lateSince: string | null
  /** Whole hours since the newest scan, when that is longer than usual. */
  silentHours: number | null
  pickup: PickupPlace | null
  signedBy: string | null
  progress: { steps: readonly string[]; current: number; stopped: boolean }
  /** No further scan is expected. */
  final: boolean
  updatedAt: string
  words: ParcelWords
  /** Newest first. */
  scans: ScanJson[]
}

const placeText = (place: Place | null): string | null =>
  place && ([place.city ?? place.text, place.countryCode].filter(Boolean).join(', ') || null)

const scanJson = ({ time, status, text, place }: TimelineEntry): ScanJson => ({
  at: time.at,
  localTime: time.localTime,
  zoneKnown: time.zoneKnown,
  status,
  text,
  place: placeText(place),
})

type ParcelFacts = { carrier: string; number: string; updatedAt: Date | string }

/** Puts a parcel's view and words into the API's form. */
export function parcelJson(
  { carrier, number, updatedAt }: ParcelFacts,
  view: ShipmentView,
  words: ParcelWords,
): ParcelJson {
  const { window, originalWindow } = view
  return {
    carrier,
    carrierName: carrierName(carrier),
    number,
    direction: view.direction,
    status: view.status,
    attention: view.attention,
    window: window && {
      ...window,
      likely: window.likely ?? (window.earliest === window.latest ? window.earliest : null),
      original: {
        earliest: (originalWindow ?? window).earliest,
        latest: (originalWindow ?? window).latest,
      },
    },
    lateSince: view.lateSince,
    silentHours: view.silentHours,
    pickup: view.pickup,
    signedBy: view.signedBy,
    progress: { steps: view.progress.steps, current: view.progress.current, stopped: view.progress.stopped },
    final: view.final,
    updatedAt: new Date(updatedAt).toISOString(),
    words,
    scans: view.timeline.map(scanJson),
  }
}
