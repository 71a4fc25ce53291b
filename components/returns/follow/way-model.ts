import type { Return } from '@/lib/returns/return'
import { amountOf } from './amounts'
import type { FollowFacts } from './follow-facts'
import { type Stage, travels } from './stage'

export type WayStep = 'asked' | 'travel' | 'shop' | Given | 'home'

/** What a return ends in: what travels on the second half of the way. */
export type Given = 'refund' | 'credit' | 'exchange' | 'repair'

export type WayModel = {
  steps: { id: WayStep; state: 'done' | 'current' | 'ahead' }[]
  given: Given
  /** It goes no further. */
  stopped: boolean
}

/** The most that comes of it: money before goods, goods before credit. */
function givenBy(back: Return): Given {
  if (amountOf(back, 'refund') > 0) return 'refund'
  if (back.items.some(({ outcome }) => outcome.startsWith('exchange') || outcome === 'replacement'))
    return 'exchange'
  return back.items.some(({ outcome }) => outcome === 'repair') ? 'repair' : 'credit'
}

const HOME: ReadonlySet<Stage> = new Set(['refundedThere', 'credited'])
const STOPPED: ReadonlySet<Stage> = new Set(['rejected', 'cancelled', 'expired'])

const isSettled = ({ state }: Return): boolean =>
  state === 'refunded' || state === 'exchanged' || state === 'credited'

/** How far it has come: by what has happened, so that an end in between keeps its place. */
function reached(stage: Stage, back: Return): WayStep | Given {
  if (HOME.has(stage)) return 'home'
  if (isSettled(back)) return givenBy(back)
  if (back.receivedAt !== null) return 'shop'
  return back.sentAt !== null ? 'travel' : 'asked'
}

/** The whole way, there and back again: the parcel to the shop, and from there what it is given for. */
export function wayModel(stage: Stage, { back }: FollowFacts): WayModel {
  const given = givenBy(back)
  const ids: WayStep[] = travels(back) ? ['asked', 'travel', 'shop', given, 'home'] : ['asked', given, 'home']
  const current = Math.max(0, ids.indexOf(reached(stage, back)))
  return {
    steps: ids.map((id, index) => ({
      id,
      state: index < current ? 'done' : index === current ? 'current' : 'ahead',
    })),
    given,
    stopped: STOPPED.has(stage),
  }
}
