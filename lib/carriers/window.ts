import type { DeliveryWindow, Scan, Summary } from '@/lib/parcels/report'
import { readDay } from '@/lib/parcels/scan-time'

/** One promise of a provider, in its own texts; the hours are local clocks (`HH:mm`). */
export type WindowClaim = {
  earliest?: string | null | undefined
  latest?: string | null | undefined
  likely?: string | null | undefined
  from?: string | null | undefined
  to?: string | null | undefined
  source: DeliveryWindow['source']
}

/** A promise further than this from everything else in its body is a provider's noise. */
const PLAUSIBLE_DAYS = 400
const DAY_MS = 86_400_000

/** Midnight and the last minute of a day stand for "some time that day". */
const MIDNIGHT = new Set(['00:00', '23:59'])

const hour = (clock: string | null | undefined): string | null =>
  clock && !MIDNIGHT.has(clock) ? clock : null

const daysBetween = (a: string, b: string): number => Math.abs(Date.parse(a) - Date.parse(b)) / DAY_MS

function windowOf(claim: WindowClaim): DeliveryWindow | null {
  const likely = readDay(claim.likely)
  const earliest = readDay(claim.earliest) ?? likely ?? readDay(claim.latest)
  const latest = readDay(claim.latest) ?? likely ?? earliest
  if (!earliest || !latest || latest < earliest) return null
  const oneDay = earliest === latest
  const [from, to] = oneDay ? [hour(claim.from), hour(claim.to)] : [null, null]
  const inOrder = !from || !to || from <= to
  return {
    earliest,
    latest,
    likely: likely && likely >= earliest && likely <= latest ? likely : oneDay ? earliest : null,
    from: inOrder ? from : null,
    to: inOrder ? to : null,
    source: claim.source,
  }
}

/**
 * The first promise that holds together: its days exist, are in order and lie within 400 days of the newest date
 * that the same body names.
 */
export function readWindow(
  claims: readonly WindowClaim[],
  body: { scans: readonly Scan[]; summary: Summary | null },
): DeliveryWindow | null {
  const newest = [...body.scans.map(({ time }) => time.localTime ?? time.at), body.summary?.at]
    .flatMap((moment) => moment?.slice(0, 10) ?? [])
    .toSorted()
    .at(-1)
  const plausible = ({ earliest, latest }: DeliveryWindow): boolean =>
    !newest || [earliest, latest].every((day) => daysBetween(day, newest) <= PLAUSIBLE_DAYS)
  return claims.map(windowOf).find((window) => window !== null && plausible(window)) ?? null
}
