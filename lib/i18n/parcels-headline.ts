import type { ShipmentView } from '@/lib/parcels/shipment-view'
import { statusOf } from '@/lib/parcels/status'
import { PHRASE_TAGS, type Phrase, readPhrase } from './phrase'
import type { Talk } from './translator'

/** The headline over several parcels: "2 of 3 delivered". */
export function parcelsHeadline(views: readonly ShipmentView[], { t, lang }: Talk): Phrase {
  const total = views.length
  const delivered = views.filter((view) => statusOf(view.status) === 'delivered').length
  const say = () => {
    if (total === 0) return t.markup('headline.empty', PHRASE_TAGS)
    if (delivered === 0) return t.markup('headline.severalNone', { ...PHRASE_TAGS, total })
    if (delivered === total) return t.markup('headline.severalAll', { ...PHRASE_TAGS, total })
    return t.markup('headline.severalSome', { ...PHRASE_TAGS, delivered, total })
  }
  return readPhrase(say(), lang)
}
