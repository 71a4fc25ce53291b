import { compareFacts, compareText, type Fact } from './fact'
import { isoOf, momentOf } from './moment'
import type { RecordedScan, TimelineEntry } from './projection'
import { isFallback, statusOf } from './status'

const orderOf = (scan: RecordedScan): number => scan.order ?? 0

const byContent = (a: RecordedScan, b: RecordedScan): number =>
  orderOf(a) - orderOf(b) ||
  compareText(a.status ?? '', b.status ?? '') ||
  compareText(a.fingerprint, b.fingerprint) ||
  Number(a.actionRequired) - Number(b.actionRequired)

/** One scan for each fingerprint, in an order that only the set decides; of two readings of one fact the same wins everywhere. */
const unique = (scans: readonly RecordedScan[]): RecordedScan[] =>
  [...new Map(scans.toSorted(byContent).map((scan) => [scan.fingerprint, scan])).values()].toSorted(byContent)

const minute = (ms: number): string => isoOf(ms).slice(0, 'YYYY-MM-DDTHH:mm'.length)

/** Names the minute of a scan: by the local clock, else by UTC; null when undated. */
function minuteKeys(scan: RecordedScan): { local: string | null; utc: string | null } {
  const { local, instant, dateOnly } = momentOf(scan.time)
  return {
    local: local === null ? null : `${dateOnly ? 'day' : 'local'} ${minute(local)}`,
    utc: instant === null ? null : `utc ${minute(instant)}`,
  }
}

/**
 * Puts together what may be one scan: the same status in the same minute. A scan without a local clock joins the local
 * minute of one with the same UTC minute, where there is one.
 */
function groupByMinute(scans: readonly RecordedScan[]): RecordedScan[][] {
  const statusKey = (scan: RecordedScan) => (scan.status === null ? '' : statusOf(scan.status))
  const localOfUtc = new Map<string, string>()
  for (const scan of scans) {
    const { local, utc } = minuteKeys(scan)
    if (local === null || utc === null) continue
    const key = `${statusKey(scan)} ${utc}`
    const known = localOfUtc.get(key)
    if (known === undefined || local < known) localOfUtc.set(key, local)
  }
  const groups = new Map<string, RecordedScan[]>()
  for (const scan of scans) {
    const { local, utc } = minuteKeys(scan)
    const time = local ?? (utc && (localOfUtc.get(`${statusKey(scan)} ${utc}`) ?? utc)) ?? scan.fingerprint
    const key = `${statusKey(scan)} ${time}`
    const group = groups.get(key)
    if (group) group.push(scan)
    else groups.set(key, [scan])
  }
  return [...groups.values()]
}

/**
 * Splits a group into scans, each told at most once by a provider: the first provider's scans open the places, another's
 * take the place with the same code, else the first one free. Two scans of one provider never become one.
 */
function matchProviders(group: readonly RecordedScan[]): RecordedScan[][] {
  const byProvider = new Map<string, RecordedScan[]>()
  for (const scan of group) {
    const told = byProvider.get(scan.provider)
    if (told) told.push(scan)
    else byProvider.set(scan.provider, [scan])
  }
  const lists = [...byProvider].toSorted(
    ([nameA, a], [nameB, b]) => b.length - a.length || compareText(nameA, nameB),
  )
  const places: RecordedScan[][] = []
  for (const [, list] of lists) {
    const free = new Set(places)
    const take = (place: RecordedScan[] | undefined, scan: RecordedScan): boolean => {
      if (!place) return false
      place.push(scan)
      return free.delete(place)
    }
    const left = list.filter((scan) => {
      const same = [...free].find((place) => place.some(({ status }) => status === scan.status))
      return !take(same, scan)
    })
    for (const scan of left) if (!take([...free][0], scan)) places.push([scan])
  }
  return places
}

/** How much a scan's time tells: instant and local clock, then the instant, then the clock. */
const timeDetail = ({ time }: RecordedScan): number =>
  (time.at === null ? 0 : 2) + (time.localTime === null ? 0 : 1)

const statusDetail = ({ status }: RecordedScan): number => (status === null || isFallback(status) ? 0 : 1)

function factOf(place: readonly RecordedScan[]): Fact | null {
  const told = place.toSorted(
    (a, b) => statusDetail(b) - statusDetail(a) || timeDetail(b) - timeDetail(a) || byContent(a, b),
  )
  const [first] = told
  if (!first) return null
  const time = told.toSorted((a, b) => timeDetail(b) - timeDetail(a))[0]?.time ?? first.time
  const entry: TimelineEntry = {
    status: first.status,
    time,
    text: told.find(({ text }) => text)?.text ?? null,
    place: told.find(({ place: where }) => where)?.place ?? null,
    providers: [...new Set(told.map(({ provider }) => provider))].toSorted(compareText),
    raw: told.map(({ provider, raw, time: { raw: text } }) => ({ provider, ...raw, time: text })),
  }
  return {
    status: first.status,
    moment: momentOf(time),
    order: Math.max(...told.map(orderOf)),
    code: first.raw.code ?? '',
    fingerprint: first.fingerprint,
    actionRequired: told.some(({ actionRequired }) => actionRequired),
    entry,
  }
}

/** A parcel's scans as steps, oldest first: repetitions dropped, one scan told by several providers made one. */
export const mergeScans = (scans: readonly RecordedScan[]): Fact[] =>
  groupByMinute(unique(scans))
    .flatMap(matchProviders)
    .flatMap((place) => factOf(place) ?? [])
    .toSorted(compareFacts)
