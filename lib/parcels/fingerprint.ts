import { createHash } from 'node:crypto'
import { isoOf, msOf } from './moment'
import type { RecordedStatement } from './projection'
import type { Scan } from './report'

/** Rises when what identifies a fact changes: stored fingerprints then no longer match. */
const VERSION = 2

type Part = string | number | boolean | null

/** A JSON array keeps the parts apart: no separator can be forged by a text. */
const hash = (kind: 'scan' | 'statement', parts: readonly Part[]): string =>
  createHash('sha256')
    .update(JSON.stringify([VERSION, kind, ...parts]))
    .digest('hex')

const instantOf = (text: string | null): string | null => {
  const ms = msOf(text)
  return ms === null ? null : isoOf(ms)
}

const wordsOf = (text: string | null): string | null => text?.normalize('NFC').trim() || null

/**
 * What makes a scan this scan, as SHA-256 hex: the same scan in another delivery has the same fingerprint. The canonical
 * status stays out, so that a better mapping of the same code is the same scan; it counts only where the provider gives
 * no code of its own. So do the carrier and the number, which one body may leave out or write differently: scans are
 * compared within their shipment.
 */
export function fingerprintScan(scan: Scan): string {
  const { raw, time, place } = scan
  return hash('scan', [
    scan.provider,
    instantOf(time.at) ?? time.localTime ?? wordsOf(time.raw),
    raw.status,
    raw.substatus,
    raw.code,
    raw.status ?? raw.substatus ?? raw.code ?? scan.status,
    wordsOf(scan.text),
    wordsOf(place?.city ?? null),
    wordsOf(place?.region ?? null),
    wordsOf(place?.postalCode ?? null),
    place?.countryCode ?? null,
    wordsOf(place?.text ?? null),
  ])
}

/** What makes a statement this statement, as SHA-256 hex; its own time is part of it. */
export function fingerprintStatement(statement: Omit<RecordedStatement, 'fingerprint'>): string {
  const { summary, window, pickup } = statement
  return hash('statement', [
    statement.provider,
    instantOf(statement.at),
    instantOf(statement.newestScan),
    statement.direction,
    summary?.raw.status ?? summary?.status ?? null,
    summary?.raw.substatus ?? null,
    instantOf(summary?.at ?? null),
    summary?.actionRequired ?? null,
    window?.earliest ?? null,
    window?.latest ?? null,
    window?.likely ?? null,
    window?.from ?? null,
    window?.to ?? null,
    window?.source ?? null,
    wordsOf(pickup?.name ?? null),
    wordsOf(pickup?.address ?? null),
    pickup?.lastDay ?? null,
    wordsOf(statement.signedBy),
    // Left out where nobody says: what was kept before keeps its fingerprint.
    ...(pickup?.hours ? [wordsOf(pickup.hours.join('\n'))] : []),
    ...(pickup?.code ? ['code', wordsOf(pickup.code)] : []),
  ])
}
