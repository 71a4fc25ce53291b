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
}

/** After so many hours "every day" would be too little to say. */
const LONG_SILENCE_HOURS = 72

function silenceWords({ silentHours }: ShipmentView, { t, when }: Talk): string | null {
  if (silentHours === null) return null
  const key = silentHours < LONG_SILENCE_HOURS ? 'words.silentMeaning' : 'words.silentLong'
  return t(key, { duration: when.duration(silentHours) })
}

/** A parcel in words, at the moment of its view. */
export function parcelWords(view: ShipmentView, talk: Talk): ParcelWords {
  const { t, when } = talk
  const headline = parcelHeadline(view, talk)
  const state = stateWords(view, talk)
  const due = view.lateSince === null ? null : when.day(view.lateSince, view.today, 'at')
  const silence = silenceWords(view, talk)

  if (headline.kind === 'late' && due !== null)
    return {
      title: headline.text,
      meaning: [t('words.lateMeaning', { when: due }), silence].filter(Boolean).join(' '),
      next: t('words.lateNext'),
      action: t('words.lateAction'),
    }
  if (headline.kind === 'silent' && silence !== null)
    return {
      title: headline.text,
      meaning: silence,
      next: t('words.silentNext'),
      action: t('words.silentAction'),
    }
  return {
    title: headline.text,
    meaning: [due === null ? null : t('words.due', { when: due }), state.meaning, silence]
      .filter(Boolean)
      .join(' '),
    next: state.next,
    action: state.action,
  }
}
