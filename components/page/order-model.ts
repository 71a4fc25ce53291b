import { parcelModel } from '@/components/parcel/parcel-model'
import type {
  AddressModel,
  HelpfulShop,
  ItemModel,
  ParcelFacts,
  ParcelModel,
} from '@/components/parcel/view-model'
import { parcelsHeadline } from '@/lib/i18n/parcels-headline'
import type { Phrase } from '@/lib/i18n/phrase'
import type { Talk } from '@/lib/i18n/translator'

/** An order as its page shows it. */
export type OrderModel = {
  number: string
  /** "Ordered on Thursday 19 November" */
  placed: string
  /** The page's first answer, over several parcels or none; one parcel speaks for itself. */
  headline: Phrase
  meaning: string
  parcels: ParcelModel[]
  /** Items that no parcel names yet. */
  restItems: ItemModel[]
  address: AddressModel | null
  final: boolean
}

export type OrderFacts = {
  number: string
  placedAt: Date
  parcels: Omit<ParcelFacts, 'order'>[]
  restItems: ItemModel[]
  /** Masked. */
  address: AddressModel | null
  now: Date
}

const meaningOf = (total: number, { t }: Talk): string =>
  total === 0 ? `${t('words.emptyMeaning')} ${t('words.emptyNext')}` : t('words.severalMeaning', { total })

/** Everything an order's page shows, in one language. */
export function orderModel(facts: OrderFacts, shop: HelpfulShop, talk: Talk): OrderModel {
  const { t, when } = talk
  const parcels = facts.parcels.map((parcel) => parcelModel({ ...parcel, order: facts.number }, shop, talk))
  const [only] = parcels.length === 1 ? parcels : []
  return {
    number: facts.number,
    placed: t('parcel.placed', { when: when.day(when.dayOf(facts.placedAt), when.dayOf(facts.now), 'at') }),
    headline:
      only?.headline ??
      parcelsHeadline(
        facts.parcels.map(({ view }) => view),
        talk,
      ),
    meaning: only?.words.meaning ?? meaningOf(parcels.length, talk),
    parcels,
    restItems: facts.restItems,
    address: facts.address,
    final: parcels.length > 0 && parcels.every((parcel) => parcel.final) && facts.restItems.length === 0,
  }
}
