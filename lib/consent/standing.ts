import type { SentChannel } from './channel'
import type { Act, ConsentEntry } from './entry'
import { isMarketing, type Purpose } from './purpose'

/** How somebody stands to one purpose on one channel. */
type Standing = {
  consent: 'none' | 'requested' | 'given' | 'confirmed'
  /** The last word was a no. */
  objected: boolean
}

const NO: ReadonlySet<Act> = new Set<Act>(['withdrawn', 'objected'])
const STEPS = ['none', 'requested', 'given', 'confirmed'] as const

const latest = (times: readonly number[]): number => Math.max(Number.NEGATIVE_INFINITY, ...times)

function covers({ subject, channel }: ConsentEntry, purpose: Purpose, through: SentChannel): boolean {
  if (channel !== null && channel !== through) return false
  return subject === purpose || (subject === 'marketing' && isMarketing(purpose))
}

/**
 * Folds the log to where somebody stands: the last word counts, in whatever order the entries come. A no covers all that it
 * names; a yes counts for its own purpose and channel alone. Of a yes and a no at the same moment the no counts. A request is
 * no word yet: it takes no objection back.
 */
export function standingOf(
  entries: readonly ConsentEntry[],
  purpose: Purpose,
  channel: SentChannel,
): Standing {
  const about = entries.filter((entry) => covers(entry, purpose, channel))
  const no = latest(about.flatMap(({ act, at }) => (NO.has(act) ? [at.getTime()] : [])))
  const since = about.filter(
    (entry) => entry.subject === purpose && entry.channel === channel && entry.at.getTime() > no,
  )
  const consent = STEPS.findLast((step) => since.some(({ act }) => act === step)) ?? 'none'
  const agreed = consent === 'given' || consent === 'confirmed'
  return { consent, objected: no > Number.NEGATIVE_INFINITY && !agreed }
}

/** Whether somebody wants pages that don't choose by what they bought or did: said so, or said no to all advertising (Art. 21(2) GDPR). */
export function objectsToPersonalisation(entries: readonly ConsentEntry[]): boolean {
  const about = entries.filter(
    ({ subject, channel }) => subject === 'personalisation' || (subject === 'marketing' && channel === null),
  )
  const no = latest(about.flatMap(({ act, at }) => (NO.has(act) ? [at.getTime()] : [])))
  const yes = latest(about.flatMap(({ act, at }) => (act === 'allowed' ? [at.getTime()] : [])))
  return no > Number.NEGATIVE_INFINITY && no >= yes
}
