import { ATTENTION } from './attention'
import { dayOf, type Moment, momentOf } from './moment'
import type { Attention, Projection } from './projection'
import { settle } from './settle'
import { type Status, type StatusCode, statusOf, subOf } from './status'

export type MilestoneKind = Exclude<Status, 'pending' | 'info_received' | 'cancelled' | 'expired'>

/** Something worth telling about a parcel, once: unique by `milestone` and `occurrence`. */
export type Milestone = {
  milestone: MilestoneKind
  /** Which of its kind, told by content: `once`, or the local day it began; never a counter. */
  occurrence: string
  code: StatusCode
  /** The parcel still stands here; false: it is already further. */
  current: boolean
}

type Stretch = { code: StatusCode; attention: Attention | null; moment: Moment | null; current: boolean }

/**
 * How often a milestone may occur. `once`: one for a parcel. `first`: the first has no day, so that a scan that follows
 * a mere summary, or moves the start, is not news; later ones have theirs. `daily`: one a day.
 */
const OCCURS = {
  in_transit: 'once',
  out_for_delivery: 'daily',
  failed_attempt: 'daily',
  available_for_pickup: 'daily',
  exception: 'daily',
  returning: 'first',
  delivered: 'first',
  returned: 'once',
} as const satisfies Record<MilestoneKind, 'once' | 'first' | 'daily'>

const isKind = (status: Status): status is MilestoneKind => Object.hasOwn(OCCURS, status)

/** What tells two stretches apart: the status; for exceptions their sub; for failed attempts the day as well. */
function stretchKey(code: StatusCode, moment: Moment): string {
  const status = statusOf(code)
  if (status === 'exception') return code
  return status === 'failed_attempt' ? `${status} ${dayOf(moment)}` : status
}

/** The states of the history, repetitions put together, the last one as the projection knows it. */
function stretchesOf({ timeline, status: state, attention }: Projection): Stretch[] {
  const steps = timeline.map(({ status, time }) => ({ status, moment: momentOf(time) })).toReversed()
  const stretches: Stretch[] = []
  let key = ''
  for (const { status: code, moment } of settle(steps)) {
    if (key !== stretchKey(code, moment))
      stretches.push({ code, attention: ATTENTION[code], moment, current: false })
    key = stretchKey(code, moment)
  }
  // The state may come from a summary, or be known more finely than by its scan.
  const last = stretches.at(-1)
  const isLast = last !== undefined && statusOf(last.code) === statusOf(state)
  const current: Stretch = { code: state, attention, moment: isLast ? last.moment : null, current: true }
  return [...(isLast ? stretches.slice(0, -1) : stretches), current]
}

/**
 * What a parcel has reached that is worth telling, oldest first. A function of the projection alone, so that the same facts
 * name the same milestones in whatever order they came.
 */
export function milestonesOf(projection: Projection): Milestone[] {
  const found = new Map<string, Milestone>()
  for (const { code, attention, moment, current } of stretchesOf(projection)) {
    const milestone = statusOf(code)
    if (
      !isKind(milestone) ||
      (milestone === 'exception' && attention !== 'action' && attention !== 'critical')
    )
      continue
    const day = (moment && dayOf(moment)) ?? 'undated'
    const isFirst = ![...found.values()].some((earlier) => earlier.milestone === milestone)
    const once = OCCURS[milestone] === 'once' || (OCCURS[milestone] === 'first' && isFirst)
    const occurrence = once ? 'once' : milestone === 'exception' ? `${day} ${subOf(code)}` : day
    const known = found.get(`${milestone} ${occurrence}`)
    found.set(`${milestone} ${occurrence}`, {
      milestone,
      occurrence,
      code,
      current: current || known?.current === true,
    })
  }
  return [...found.values()]
}
