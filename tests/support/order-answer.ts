import type { Locale } from '@/lib/i18n/locales'
import { parcelWords } from '@/lib/i18n/parcel-words'
import { translator } from '@/lib/i18n/translator'
import type { OrderJson } from '@/lib/orders/order-json'
import { type ParcelJson, parcelJson } from '@/lib/parcels/parcel-json'
import { alpine } from './sample-shops'
import { SAMPLES, type SampleName } from './samples'

/** A sample as the API answers with it. */
export const parcelAnswer = (
  name: SampleName,
  locale: Locale = 'de',
  number = '00340434161094000001',
): ParcelJson =>
  parcelJson(
    { carrier: 'dhl', number, updatedAt: '2026-11-24T12:00:00Z' },
    SAMPLES[name],
    parcelWords(SAMPLES[name], translator(alpine, locale)),
  )

export const HAT = {
  title: 'Prüfmütze',
  variant: 'Rot',
  quantity: 2,
  image: 'https://doorstep.example/media/alpenglueck/hat.webp',
}

/** An order of such parcels. */
export const orderAnswer = (names: readonly SampleName[], more: Partial<OrderJson> = {}): OrderJson => ({
  shop: 'alpenglueck',
  order: 'AG-1001',
  placedAt: '2026-11-20T09:00:00.000Z',
  locale: 'de',
  parcels: names.map((name, index) => ({
    ...parcelAnswer(name, 'de', `0034043416109400000${index}`),
    items: [HAT],
  })),
  unshipped: [],
  ...more,
})
