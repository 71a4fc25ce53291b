import { URGENT_DAYS } from '@/lib/care/urgent-days'
import { parcelHeadline, stateWords } from '@/lib/i18n/parcel-headline'
import { parcelTone } from '@/lib/i18n/parcel-tone'
import { parcelWords } from '@/lib/i18n/parcel-words'
import { placeWords } from '@/lib/i18n/place-words'
import type { Talk } from '@/lib/i18n/translator'
import { isDated } from '@/lib/parcels/is-dated'
import type { TimelineEntry } from '@/lib/parcels/projection'
import type { ShipmentView } from '@/lib/parcels/shipment-view'
import { landmarkOf } from './landmark-of'
import { primaryAction } from './primary-action'
import type {
  HelpfulShop,
  HistoryModel,
  ParcelFacts,
  ParcelModel,
  PickupModel,
  ProgressModel,
} from './view-model'

function progressOf(view: ShipmentView): ProgressModel {
  const { steps, current, stopped } = view.progress
  return {
    steps: steps.map((id, index) => ({
      id,
      state: index < current ? 'done' : index === current ? 'current' : 'ahead',
    })),
    stopped,
    landmark: landmarkOf(view),
  }
}

function historyOf(entry: TimelineEntry, index: number, view: ShipmentView, talk: Talk): HistoryModel {
  const moment = talk.when.scan(entry.time, view.today)
  const title = entry.status ? stateWords({ ...view, status: entry.status }, talk).title : null
  const detail = entry.text && entry.text.toLowerCase() !== title?.toLowerCase() ? entry.text : null
  return {
    key: `${entry.time.at ?? entry.time.localTime ?? index}-${entry.status ?? 'raw'}-${index}`,
    title: title ?? (detail === null ? talk.t('history.unnamed') : null),
    detail,
    place: placeWords(entry.place),
    when: moment,
  }
}

function pickupOf(
  { pickup, pickupDaysLeft, status, today }: ShipmentView,
  { t, when }: Talk,
): PickupModel | null {
  if (!pickup || !status.startsWith('available_for_pickup')) return null
  return {
    name: pickup.name,
    address: pickup.address,
    lastDay: pickup.lastDay ? t('parcel.lastDay', { when: when.day(pickup.lastDay, today, 'plain') }) : null,
    daysLeft: pickupDaysLeft === null ? null : t('parcel.daysLeft', { days: pickupDaysLeft }),
    hours: pickup.hours ?? [],
    urgent: pickupDaysLeft !== null && pickupDaysLeft <= URGENT_DAYS,
  }
}

function remarksOf(view: ShipmentView, { t, when }: Talk): string[] {
  const { window, originalWindow, today } = view
  const remarks: string[] = []
  if (window?.likely && window.likely >= today && window.earliest !== window.latest)
    remarks.push(t('words.likely', { when: when.day(window.likely, today, 'at') }))
  if (view.windowMoved && originalWindow)
    remarks.push(t('words.moved', { when: when.window(originalWindow, today) }))
  return remarks
}

function freshnessOf(view: ShipmentView, { t, when }: Talk): ParcelModel['freshness'] {
  for (const entry of view.timeline) {
    const moment = when.scan(entry.time, view.today)
    if (!moment) continue
    const place = placeWords(entry.place)
    const text = place
      ? t('parcel.freshPlace', { when: moment.text, place })
      : t('parcel.fresh', { when: moment.text })
    return { text, dateTime: moment.dateTime }
  }
  return { text: t('parcel.notScanned'), dateTime: null }
}

/** Everything a parcel's part of a page shows, in one language, at the moment of its view. */
export function parcelModel(facts: ParcelFacts, shop: HelpfulShop, talk: Talk): ParcelModel {
  const { view } = facts
  const headline = parcelHeadline(view, talk)
  const tone = parcelTone(view)
  const state = stateWords(view, talk).title
  return {
    id: facts.id,
    status: view.status,
    tone,
    kicker: headline.kind === 'done' || headline.kind === 'status' ? talk.t(`tone.${tone}`) : state,
    headline,
    words: parcelWords(view, talk),
    remarks: remarksOf(view, talk),
    freshness: freshnessOf(view, talk),
    progress: progressOf(view),
    action: primaryAction(facts, shop, talk),
    pickup: pickupOf(view, talk),
    calendarHref: (isDated(view) && facts.calendarHref) || null,
    items: facts.items,
    history: view.timeline.map((entry, index) => historyOf(entry, index, view, talk)),
    carrier: { name: facts.carrierName, url: facts.carrierUrl },
    number: facts.number,
    final: view.final,
  }
}
