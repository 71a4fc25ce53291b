import { scanDay } from '@/lib/parcels/scan-day'
import { rankOf, type StatusCode, statusOf } from '@/lib/parcels/status'
import type { LineFacts } from '@/lib/returns/policy/facts'
import type { SourceLine, SourceParcel } from './draft-source'

/** From here on the carrier has it. */
const IN_TRANSIT_RANK = rankOf('in_transit.other')

const ARRIVED: ReadonlySet<string> = new Set(['delivered'])

/** Of such a parcel nothing is known: neither that it is on its way nor that it isn't. */
const UNKNOWN: ReadonlySet<string> = new Set(['pending', 'expired'])

/** Of such a parcel nothing will arrive. */
const NEVER: ReadonlySet<string> = new Set(['cancelled', 'returned'])

const hasArrived = (status: StatusCode) => ARRIVED.has(statusOf(status)) && status !== 'delivered.partial'

/** The day on which the carrier took a parcel; null: not yet, or unknown. */
function dispatchDay({ projection }: SourceParcel, timeZone: string): string | null {
  const days = projection.timeline.flatMap(({ status, time }) =>
    status !== null && rankOf(status) >= IN_TRANSIT_RANK ? (scanDay(time, timeZone) ?? []) : [],
  )
  return days.toSorted()[0] ?? null
}

/** Parcels with a line: those that name it; if they hold too little of it (or there are none), those that name nothing as well. */
function parcelsWith(line: SourceLine, parcels: readonly SourceParcel[]) {
  const naming = parcels.filter(({ lines }) => lines.some(({ id }) => id === line.id))
  const named = naming
    .flatMap(({ lines }) => lines)
    .reduce((sum, { id, quantity }) => sum + (id === line.id ? quantity : 0), 0)
  const silent = parcels.filter(({ lines }) => lines.length === 0)
  return named >= line.quantity
    ? { parcels: naming, whole: true }
    : { parcels: [...naming, ...silent], whole: silent.length > 0 }
}

/** The latest of days, null when one isn't known. */
const latest = (days: readonly (string | null)[]): string | null => {
  const known = days.flatMap((day) => day ?? [])
  return known.length === days.length ? (known.toSorted().at(-1) ?? null) : null
}

/** When a line's pieces set off and arrived, by the order's parcels; days in the shop's zone. */
export function lineArrival(
  line: SourceLine,
  all: readonly SourceParcel[],
  timeZone: string,
): Pick<LineFacts, 'dispatchedOn' | 'deliveredOn' | 'awaited'> {
  const coming = all.filter(
    ({ projection }) => projection.direction === 'outbound' && !NEVER.has(statusOf(projection.status)),
  )
  const { parcels, whole } = parcelsWith(line, coming)
  const arrived = whole && parcels.every(({ projection }) => hasArrived(projection.status))
  const onTheWay = parcels.some(
    ({ projection }) => !hasArrived(projection.status) && !UNKNOWN.has(statusOf(projection.status)),
  )
  return {
    dispatchedOn: whole ? latest(parcels.map((parcel) => dispatchDay(parcel, timeZone))) : null,
    deliveredOn: arrived
      ? latest(parcels.map(({ projection }) => scanDay(projection.statusTime, timeZone)))
      : null,
    // Where an order's parcels are told at all, what is in none of them is still to be packed.
    awaited: !arrived && (onTheWay || (coming.length > 0 && !whole)),
  }
}
