import { sayPhrase } from '@/lib/i18n/say-phrase'
import type { DraftLine, DraftView, VariantOffer } from '@/lib/returns/draft-view'
import { mediaAddress } from '@/lib/shops/addresses'
import { methodJson } from './method-json'
import { moneyJson } from './money-json'
import type { ReturnOptionsJson, VariantOfferJson } from './options-types'
import { reasonJson } from './reason-json'
import type { Spoken } from './spoken'

type Line = ReturnOptionsJson['lines'][number]

/** Whose they are, and before which address their pictures are. */
export type OptionsPlace = { shop: { slug: string }; origin: string }

const pictureOf = ({ shop, origin }: OptionsPlace, media: { id: string } | null): string | null =>
  media && `${origin}${mediaAddress(shop.slug, media.id)}`

const offerJson = (
  { sku, title, variant, options, price, left, media }: VariantOffer,
  currency: string,
  place: OptionsPlace,
  { talk }: Spoken,
): VariantOfferJson => ({
  sku,
  title,
  variant,
  options,
  price: moneyJson(price, currency, talk),
  left,
  image: pictureOf(place, media),
})

function untilWords({ decision: { window } }: DraftLine, { talk: { t, when }, today }: Spoken): string {
  const { until, basis, start } = window
  if (until === null) return start === null ? t('returns.items.notStarted') : t('returns.items.noEnd')
  return t(basis === 'assumed' ? 'returns.items.assumed' : 'returns.items.until', {
    when: when.day(until, today, 'plain'),
  })
}

function lineJson(line: DraftLine, currency: string, place: OptionsPlace, spoken: Spoken): Line {
  const { decision } = line
  const { talk, today } = spoken
  return {
    line: line.id,
    title: line.title,
    variant: line.variant,
    sku: line.sku,
    image: pictureOf(place, line.media),
    quantity: line.quantity,
    left: decision.left,
    eligible: decision.eligible,
    refusal: decision.refusal && sayPhrase(decision.refusal, talk, { today }),
    until: decision.window.until,
    paidEach: moneyJson(line.paidEach, currency, talk),
    reasons: [...decision.reasons],
    outcomes: [...decision.outcomes],
    methods: [...decision.methods],
    variants: line.variants
      .filter(({ sku }) => sku !== line.sku)
      .map((offer) => offerJson(offer, currency, place, spoken)),
    words: { until: decision.eligible ? untilWords(line, spoken) : null },
  }
}

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)]

/** What of an order can go back and how; reasons, outcomes and methods are told once, lines name those that are theirs. */
export function optionsJson(
  view: DraftView,
  place: OptionsPlace,
  spoken: Spoken,
): Omit<ReturnOptionsJson, 'returns'> {
  const { policy, currency, products } = view
  const { talk } = spoken
  const [order] = view.orders
  const lines = order?.lines ?? []
  const decisions = lines.map(({ decision }) => decision)
  const reasons = new Set(decisions.flatMap((decision) => decision.reasons))
  const methods = new Set(decisions.flatMap((decision) => decision.methods))
  return {
    shop: place.shop.slug,
    order: order?.number ?? '',
    locale: talk.locale,
    currency,
    lines: lines.map((line) => lineJson(line, currency, place, spoken)),
    reasons: policy.reasons.filter(({ id }) => reasons.has(id)).map((reason) => reasonJson(reason, spoken)),
    outcomes: unique(decisions.flatMap((decision) => decision.outcomes)).map((id) => ({
      id,
      text: talk.t(`returns.outcomes.${id}.name`),
      detail: talk.t(`returns.outcomes.${id}.text`),
    })),
    methods: policy.methods
      .filter(({ id }) => methods.has(id))
      .map((method) => methodJson(method, { currency, isFree: false }, spoken)),
    products: products.map((offer) => offerJson(offer, currency, place, spoken)),
  }
}
