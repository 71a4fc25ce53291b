import { Temporal } from 'temporal-polyfill'
import type { ScanTime } from './report'

/**
 * How far a provider's zone marks can be trusted.
 * - `offset`: an offset or `Z` is real (`2026-11-20T10:02:00+01:00`).
 * - `falseZ`: a `Z` or `+00:00` was put on a local clock; a real other offset still counts.
 * - `local`: never a zone, whatever the text says.
 */
export type ZoneTrust = 'offset' | 'falseZ' | 'local'

/** Instants outside these years are a provider's noise (a capture says 2875). */
const FIRST_YEAR = 2000
const LAST_YEAR = 2099

const PATTERN =
  /^\s*(\d{4})-?(\d{2})-?(\d{2})(?:[T\s](\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|[+-]\d{2}(?::?\d{2})?)?)?\s*$/i

const UNKNOWN = { at: null, localTime: null, offsetMinutes: null, zoneKnown: false } as const

function offsetOf(mark: string | undefined): number | null {
  if (!mark) return null
  if (/^(z|utc)$/i.test(mark)) return 0
  const sign = mark.startsWith('-') ? -1 : 1
  const digits = mark.slice(1).replace(':', '')
  return sign * (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2, 4) || '0'))
}

/**
 * Reads a carrier's moment: ISO 8601 extended or basic, with a `T` or a space, with or without seconds, fraction and zone,
 * or a bare date. Anything else, an impossible date, or a year outside 2000…2099 keeps only its raw text.
 */
export function readScanTime(text: string | null | undefined, trust: ZoneTrust): ScanTime {
  const raw = text?.trim() || null
  const match = raw ? PATTERN.exec(raw) : null
  if (!raw || !match) return { ...UNKNOWN, raw }
  const [, year, month, day, hour, minute, second, mark] = match
  if (Number(year) < FIRST_YEAR || Number(year) > LAST_YEAR) return { ...UNKNOWN, raw }
  try {
    const date = Temporal.PlainDate.from(`${year}-${month}-${day}`, { overflow: 'reject' })
    if (hour === undefined) return { ...UNKNOWN, localTime: date.toString(), raw }
    const local = date.toPlainDateTime(
      Temporal.PlainTime.from(
        { hour: Number(hour), minute: Number(minute), second: Number(second ?? 0) },
        { overflow: 'reject' },
      ),
    )
    const localTime = local.toString({ smallestUnit: 'second' })
    const offset = offsetOf(mark)
    const trusted = offset !== null && (trust === 'offset' || (trust === 'falseZ' && offset !== 0))
    if (!trusted) return { ...UNKNOWN, localTime, raw }
    const at = new Date(local.toZonedDateTime('UTC').epochMilliseconds - offset * 60_000).toISOString()
    // A bare Z tells the instant but not the clock on the carrier's wall.
    return offset === 0 && /^(z|utc)$/i.test(mark ?? '')
      ? { at, localTime: null, offsetMinutes: null, zoneKnown: true, raw }
      : { at, localTime, offsetMinutes: offset, zoneKnown: true, raw }
  } catch {
    return { ...UNKNOWN, raw }
  }
}

/** The calendar day of a moment's text (`YYYY-MM-DD`), or null: for delivery windows, which are days. */
export function readDay(text: string | null | undefined): string | null {
  const match = text ? PATTERN.exec(text) : null
  if (!match) return null
  const time = readScanTime(`${match[1]}-${match[2]}-${match[3]}`, 'local')
  return time.localTime
}

/** The clock of a moment's text (`HH:mm`), or null when it has only a day. */
export function readClock(text: string | null | undefined): string | null {
  const match = text ? PATTERN.exec(text) : null
  return match?.[4] && match[5] ? `${match[4]}:${match[5]}` : null
}
