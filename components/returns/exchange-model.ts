import type { Picture } from '@/components/ui/photo'
import { sayAmount } from '@/lib/i18n/say-amount'
import type { DraftItemView, VariantOffer } from '@/lib/returns/draft-view'
import { quotedItem } from '@/lib/returns/quoted-item'
import type { Outcome } from '@/lib/returns/vocabulary'
import { priceWords, type Voice } from './voice'

export type OfferModel = {
  sku: string
  label: string
  /** What it costs more or less; null where prices are not to be seen. */
  difference: string | null
  /** "only 2 left", "sold out"; null: enough. */
  stock: string | null
  soldOut: boolean
  picture: Picture | null
  chosen: boolean
}

/** A product that can be had instead, in its variants. */
export type ProductModel = {
  id: string
  title: string
  from: string | null
  picture: Picture | null
  offers: OfferModel[]
  chosen: boolean
}

/** So few are worth a word. */
const FEW_LEFT = 5

/** New price less what was paid, by the same rule that the sum is made with; minor units. */
function differenceOf(
  { item, line }: DraftItemView,
  outcome: Outcome,
  paid: number,
  offer: VariantOffer,
): number {
  const { key, orderId, lineId, quantity } = item
  const { unitPrice } = line
  const exchange = { sku: offer.sku, price: offer.price }
  const money = { paid: { amount: paid, tax: 0 }, unitPrice }
  return quotedItem({ key, orderId, lineId, quantity, outcome, exchange, ...money }, 0).difference
}

function differenceWords(difference: number, { talk, currency, prices }: Voice): string | null {
  if (!prices) return null
  if (difference === 0) return talk.t('returns.outcomes.same')
  const amount = sayAmount(Math.abs(difference), currency, talk)
  return difference > 0
    ? talk.t('returns.outcomes.more', { amount })
    : talk.t('returns.outcomes.less', { amount })
}

function stockWords(left: number | null, wanted: number, { talk: { t } }: Voice): string | null {
  if (left === null) return null
  if (left < wanted) return t('returns.outcomes.soldOut')
  return left <= FEW_LEFT ? t('returns.outcomes.left', { left }) : null
}

type Asked = { shown: DraftItemView; outcome: Outcome; paid: number; chosenSku: string | null }

function offerModel(
  offer: VariantOffer,
  { shown, outcome, paid, chosenSku }: Asked,
  voice: Voice,
): OfferModel {
  const { quantity } = shown.item
  return {
    sku: offer.sku,
    label: offer.variant ?? offer.title,
    difference: differenceWords(differenceOf(shown, outcome, paid, offer), voice),
    stock: stockWords(offer.left, quantity, voice),
    soldOut: offer.left !== null && offer.left < quantity,
    picture: voice.picture(offer.media),
    chosen: offer.sku === chosenSku,
  }
}

/** The other variants of what was bought. */
export const variantModels = (asked: Asked, voice: Voice): OfferModel[] =>
  asked.shown.line.variants
    .filter(({ sku }) => sku !== asked.shown.line.sku)
    .map((offer) => offerModel(offer, asked, voice))

/** Other products, each with its variants; those of the bought one are another choice. */
export function productModels(products: readonly VariantOffer[], asked: Asked, voice: Voice): ProductModel[] {
  const own = new Set(asked.shown.line.variants.map(({ product }) => product))
  const groups = new Map<string, VariantOffer[]>()
  for (const offer of products)
    if (!own.has(offer.product)) groups.set(offer.product, [...(groups.get(offer.product) ?? []), offer])
  return [...groups].map(([id, offers]) => {
    const models = offers.map((offer) => offerModel(offer, asked, voice))
    const from = priceWords(Math.min(...offers.map(({ price }) => price)), voice)
    return {
      id,
      title: offers[0]?.title ?? id,
      from: from && voice.talk.t('returns.outcomes.from', { amount: from }),
      picture: models.find(({ picture }) => picture !== null)?.picture ?? null,
      offers: models,
      chosen: models.some(({ chosen }) => chosen),
    }
  })
}
