import type { ShipmentView } from '@/lib/parcels/shipment-view'
import { statusOf } from '@/lib/parcels/status'
import { PHRASE_TAGS, type Phrase, readPhrase } from './phrase'
import type { Talk } from './translator'

/** Which question the headline answers. */
export type HeadlineKind = 'window' | 'pickup' | 'late' | 'silent' | 'done' | 'status'

export type Headline = Phrase & { kind: HeadlineKind }

/** The words of a state, of a parcel to the customer or of a return to the shop. */
export function stateWords(
  view: ShipmentView,
  { t }: Talk,
): { title: string; meaning: string; next: string; action: string } {
  const inbound = `inbound.${statusOf(view.status)}` as const
  const outbound = `status.${view.status}` as const
  const word = (part: 'title' | 'meaning' | 'next' | 'action') =>
    view.direction === 'inbound' ? t(`${inbound}.${part}`) : t(`${outbound}.${part}`)
  return { title: word('title'), meaning: word('meaning'), next: word('next'), action: word('action') }
}

const ENDED = new Set<string>(['delivered', 'returned', 'cancelled', 'returning'])

function kindOf(view: ShipmentView): HeadlineKind {
  const status = statusOf(view.status)
  if (status === 'delivered' || status === 'returned') return view.statusTime ? 'done' : 'status'
  if (status === 'available_for_pickup' && view.pickupDaysLeft !== null && view.pickup?.lastDay)
    return 'pickup'
  if (ENDED.has(status)) return 'status'
  if (view.window || view.arrivesToday) return 'window'
  if (view.attention) return 'status'
  if (view.lateSince) return 'late'
  return view.silentHours === null ? 'status' : 'silent'
}

function markedHeadline(view: ShipmentView, kind: HeadlineKind, talk: Talk): string {
  const { t, when } = talk
  const tags = PHRASE_TAGS
  const { title } = stateWords(view, talk)
  if (kind === 'window') {
    const day = view.window
      ? when.windowMarked(view.window, view.today)
      : when.dayMarked(view.today, view.today, 'at')
    if (view.direction === 'inbound') return t.markup('headline.back', { ...tags, when: day })
    return t.markup(statusOf(view.status) === 'failed_attempt' ? 'headline.retry' : 'headline.arrives', {
      ...tags,
      when: day,
    })
  }
  if (kind === 'pickup' && view.pickup?.lastDay)
    return view.pickupDaysLeft === 0
      ? t.markup('headline.collectToday', tags)
      : t.markup('headline.collect', {
          ...tags,
          when: when.dayMarked(view.pickup.lastDay, view.today, 'plain'),
        })
  if (kind === 'late') return t.markup('headline.late', tags)
  if (kind === 'silent')
    return t.markup('headline.silent', { ...tags, duration: when.duration(view.silentHours ?? 0) })
  const done = kind === 'done' && view.statusTime ? when.scan(view.statusTime, view.today) : null
  return done
    ? t.markup('headline.dated', { ...tags, title, when: done.text })
    : t.markup('headline.status', { ...tags, title })
}

/** The one answer that a parcel's page gives first: its window where there is one to keep, else its state. */
export function parcelHeadline(view: ShipmentView, talk: Talk): Headline {
  const kind = kindOf(view)
  return { kind, ...readPhrase(markedHeadline(view, kind, talk), talk.lang) }
}
