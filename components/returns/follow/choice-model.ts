import type { OfferModel } from '@/components/returns/exchange-model'
import type { Picture } from '@/components/ui/photo'
import { sayAmount } from '@/lib/i18n/say-amount'
import type { Talk } from '@/lib/i18n/translator'
import { quotedItem } from '@/lib/returns/quoted-item'
import type { Return, ReturnItem } from '@/lib/returns/return'
import type { Outcome } from '@/lib/returns/vocabulary'

/** Another variant that can be sent, with what is left of it. */
export type Offer = {
  sku: string
  title: string
  variant: string | null
  price: number
  left: number | null
  media: { id: string; width: number; height: number } | null
}

/** What can be had instead of what has run out. */
export type ChoiceModel = {
  outcome: Extract<Outcome, 'exchange_variant' | 'refund' | 'store_credit'>
  label: string
  text: string | null
  /** What it gives; null where prices are not to be seen. */
  gives: string | null
  offers: OfferModel[]
  chosen: boolean
}

export type Chosen = { outcome: string | null; sku: string | null }

const FEW_LEFT = 5

function differenceWords(
  offer: Offer,
  item: ReturnItem,
  back: Return,
  unitPrice: number,
  talk: Talk,
): string {
  const { key, orderId, lineId, quantity, paid } = item
  const asked = {
    key,
    orderId,
    lineId,
    quantity,
    outcome: 'exchange_variant' as const,
    exchange: { sku: offer.sku, price: offer.price },
    paid: { amount: paid, tax: 0 },
    unitPrice,
  }
  const { difference } = quotedItem(asked, 0)
  if (difference === 0) return talk.t('returned.choice.same')
  const amount = sayAmount(Math.abs(difference), back.currency, talk)
  return difference > 0
    ? talk.t('returned.choice.more', { amount })
    : talk.t('returned.choice.less', { amount })
}

/** Other variants that are there, the money, or credit; for a present no money. */
export function choiceModels(
  {
    back,
    item,
    offers,
    unitPrice,
  }: { back: Return; item: ReturnItem; offers: readonly Offer[]; unitPrice: number },
  chosen: Chosen,
  picture: (media: NonNullable<Offer['media']>) => Picture,
  talk: Talk,
): ChoiceModel[] {
  const { t } = talk
  const amount = back.gift ? null : sayAmount(item.paid, back.currency, talk)
  const there = offers.filter(({ left }) => left === null || left >= item.quantity)
  const money = (['refund', 'store_credit'] as const).filter((outcome) => outcome !== 'refund' || !back.gift)
  const variant: ChoiceModel = {
    outcome: 'exchange_variant',
    label: t('returned.choice.variant'),
    text: null,
    gives: null,
    chosen: chosen.outcome === 'exchange_variant',
    offers: there.map((offer) => ({
      sku: offer.sku,
      label: offer.variant ?? offer.title,
      difference: back.gift ? null : differenceWords(offer, item, back, unitPrice, talk),
      stock:
        offer.left !== null && offer.left <= FEW_LEFT
          ? t('returned.choice.left', { left: offer.left })
          : null,
      soldOut: false,
      picture: offer.media && picture(offer.media),
      chosen: chosen.sku === offer.sku,
    })),
  }
  return [
    ...(there.length > 0 ? [variant] : []),
    ...money.map((outcome) => ({
      outcome,
      label: t(`returned.choice.${outcome}`),
      text: t(outcome === 'refund' ? 'returned.choice.refundText' : 'returned.choice.creditText'),
      gives: amount,
      offers: [],
      chosen: chosen.outcome === outcome,
    })),
  ]
}
