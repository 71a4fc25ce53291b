import { parcelHeadline, stateWords } from '@/lib/i18n/parcel-headline'
import { type ParcelTone, parcelTone } from '@/lib/i18n/parcel-tone'
import { parcelsHeadline } from '@/lib/i18n/parcels-headline'
import type { Talk } from '@/lib/i18n/translator'
import type { SpokenParcel } from '@/lib/orders/order-view'
import { statusOf } from '@/lib/parcels/status'
import type { ToneName } from '@/lib/shops/brand-colours'

/** What an order's picture says, in one language, at one moment. */
export type StatusPicture = {
  shop: string
  headline: string
  note: string | null
  /** When the picture was drawn: whoever kept a copy can tell its age. */
  asOf: string | null
  /** How many steps of the way are done, of how many; null: no way to show. */
  progress: { done: number; of: number } | null
  tone: ToneName
}

/** The loudest first: one parcel in trouble speaks for its order. */
const LOUDNESS = {
  critical: 5,
  action: 4,
  warn: 3,
  today: 2,
  calm: 1,
  good: 0,
} as const satisfies Record<ParcelTone, number>

const TONE_NAMES = {
  critical: 'critical',
  action: 'action',
  warn: 'warn',
  today: 'calm',
  calm: 'calm',
  good: 'good',
} as const satisfies Record<ParcelTone, ToneName>

function toneOf(spoken: readonly SpokenParcel[]): ToneName {
  const [loudest] = spoken.map(({ view }) => parcelTone(view)).toSorted((a, b) => LOUDNESS[b] - LOUDNESS[a])
  return TONE_NAMES[loudest ?? 'calm']
}

function onlyParcel(
  { view, words }: SpokenParcel,
  talk: Talk,
): Pick<StatusPicture, 'headline' | 'note' | 'progress'> {
  const { kind, text } = parcelHeadline(view, talk)
  const { steps, current } = view.progress
  return {
    headline: text,
    // A headline that names the state needs its meaning; one that names a day, the state.
    note: kind === 'done' || kind === 'status' ? words.meaning : stateWords(view, talk).title,
    progress: { done: current + 1, of: steps.length },
  }
}

/** The picture of an order: one parcel speaks for itself, several are counted and the next one named. */
export function statusPicture(
  shop: string,
  spoken: readonly SpokenParcel[],
  asOf: string,
  talk: Talk,
): StatusPicture {
  const { t } = talk
  const base = { shop, asOf: t('picture.asOf', { when: asOf }), tone: toneOf(spoken) }
  const [only] = spoken.length === 1 ? spoken : []
  if (only) return { ...base, ...onlyParcel(only, talk) }
  const headline = parcelsHeadline(
    spoken.map(({ view }) => view),
    talk,
  ).text
  if (spoken.length === 0) return { ...base, headline, note: t('words.emptyMeaning'), progress: null }
  const delivered = spoken.filter(({ view }) => statusOf(view.status) === 'delivered').length
  const next = spoken.find(({ view }) => !view.final)
  return {
    ...base,
    headline,
    note: next?.words.title ?? null,
    progress: { done: delivered, of: spoken.length },
  }
}

/** The picture where no order is known: true of any. */
export const neutralPicture = (shop: string, { t }: Talk): StatusPicture => ({
  shop,
  headline: t('picture.neutral'),
  note: t('picture.neutralText'),
  asOf: null,
  progress: null,
  tone: 'calm',
})
