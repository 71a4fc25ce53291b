import { isoOf, momentOf } from '@/lib/parcels/moment'
import type { Projection } from '@/lib/parcels/projection'
import { type Status, statusOf } from '@/lib/parcels/status'

/** Statuses in which no carrier has the parcel yet, or never had. */
const STILL: Partial<Record<Status, true>> = {
  pending: true,
  info_received: true,
  cancelled: true,
  expired: true,
}

const hasMoved = (status: Status): boolean => !STILL[status]

/** What a return has to know of its parcel. */
export type ParcelNews = {
  /** When the carrier first had it, not after `now`; null: nobody has scanned it. */
  scannedAt: Date | null
  /** The carrier says that it handed it over. */
  isDelivered: boolean
}

export function parcelNews({ timeline, status }: Projection, now: Date): ParcelNews {
  const scans = timeline.filter((entry) => entry.status !== null && hasMoved(statusOf(entry.status)))
  const moved = scans.length > 0 || hasMoved(statusOf(status))
  const oldest = scans
    .flatMap(({ time }) => momentOf(time).ms ?? [])
    .reduce((least, ms) => Math.min(least, ms), now.getTime())
  return {
    scannedAt: moved ? new Date(isoOf(oldest)) : null,
    isDelivered: statusOf(status) === 'delivered',
  }
}
