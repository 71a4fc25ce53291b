import type { ShipmentView } from '@/lib/parcels/shipment-view'
import { parcelHeadline, stateWords } from './parcel-headline'
import type { Talk } from './translator'

/** What a page, the JSON and a mail say of a parcel: the same words everywhere. */
export type ParcelWords = {
  /** The headline: the window in words, or the state. */
  title: string
  /** What it means. */
  meaning: string
  /** What happens next. */
  next: string
  /** What the customer can do. */
  action: string
  /** The steps of its progress, by name, in their order. */
  steps: string[]
  /** The state that each scan stands for, in the order of the scans; null where the carrier's code is unknown. */
  scans: (string | null)[]
  /** What stands over its parts. */
  labels: { progress: string; pickup: string; items: string; rest: string; history: string }
}

/** After so many hours "every day" would be too little to say. */
const LONG_SILENCE_HOURS = 72

function silenceWords({ silentHours }: ShipmentView, { t, when }: Talk): string | null {
  if (silentHours === null) return null
  const key = silentHours < LONG_SILENCE_HOURS ? 'words.silentMeaning' : 'words.silentLong'
  return t(key, { duration: when.duration(silentHours) })
}

type Around = Pick<ParcelWords, 'steps' | 'scans' | 'labels'>

const aroundIt = (view: ShipmentView, talk: Talk): Around => ({
  steps: view.progress.steps.map((step) => talk.t(`progress.steps.${step}`)),
  scans: view.timeline.map(({ status }) => status && stateWords({ ...view, status }, talk).title),
  labels: {
    progress: talk.t('progress.label'),
    pickup: talk.t('parcel.pickup'),
    items: talk.t('parcel.items'),
    rest: talk.t('parcel.restItems'),
    history: talk.t('history.title'),
  },
})

/** A parcel in words, at the moment of its view. */
export function parcelWords(view: ShipmentView, talk: Talk): ParcelWords {
  const { t, when } = talk
  const headline = parcelHeadline(view, talk)
  const state = stateWords(view, talk)
  const due = view.lateSince === null ? null : when.day(view.lateSince, view.today, 'at')
  const around = aroundIt(view, talk)
  const silence = silenceWords(view, talk)

  if (headline.kind === 'late' && due !== null)
    return {
      ...around,
      title: headline.text,
      meaning: [t('words.lateMeaning', { when: due }), silence].filter(Boolean).join(' '),
      next: t('words.lateNext'),
      action: t('words.lateAction'),
    }
  if (headline.kind === 'silent' && silence !== null)
    return {
      ...around,
      title: headline.text,
      meaning: silence,
      next: t('words.silentNext'),
      action: t('words.silentAction'),
    }
  return {
    ...around,
    title: headline.text,
    meaning: [due === null ? null : t('words.due', { when: due }), state.meaning, silence]
      .filter(Boolean)
      .join(' '),
    next: state.next,
    action: state.action,
  }
}
