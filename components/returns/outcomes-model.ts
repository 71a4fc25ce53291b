import { LOCALE_TABLE } from '@/lib/i18n/locales'
import { sayAmount } from '@/lib/i18n/say-amount'
import { sayPhrase } from '@/lib/i18n/say-phrase'
import { draftFields } from '@/lib/returns/draft-fields'
import type { DraftItemView, DraftView } from '@/lib/returns/draft-view'
import type { Outcome } from '@/lib/returns/vocabulary'
import { type OfferModel, type ProductModel, productModels, variantModels } from './exchange-model'
import type { ItemHeadModel } from './item-head'
import { itemHead } from './item-question'
import { priceWords, type Voice } from './voice'

/** What was chosen for an item so far. */
export type OutcomeChoice = { key: string; outcome: Outcome | null; exchangeSku: string | null }

export type OutcomeModel = {
  id: Outcome
  name: string
  text: string
  /** What it gives; null where there is nothing to say of it. */
  gives: string | null
  /** "and 10 % on top" */
  bonus: string | null
  chosen: boolean
  /** Field of what is wanted instead. */
  skuField: string
  variants: OfferModel[] | null
  products: ProductModel[] | null
}

export type OutcomeItemModel = {
  key: string
  field: string
  skuField: string
  head: ItemHeadModel
  /** What may spare the way back. */
  hint: string | null
  outcomes: OutcomeModel[]
}

/** Each kind of exchange has a field of its own, so that a choice below another one doesn't count. */
export const exchangeField = (key: string, outcome: Outcome): string =>
  `${draftFields.exchangeSku(key)}-${outcome}`

/** Outcomes that give back what was paid, at once or for later. */
const GIVES_MONEY: ReadonlySet<Outcome> = new Set(['refund', 'store_credit', 'keep'])

/** What was paid for an item's pieces; to the cent as soon as there is a sum. */
const paidFor = ({ item, line }: DraftItemView, { quote }: DraftView): number =>
  quote?.items.find(({ key }) => key === item.key)?.paid.amount ?? line.paidEach * item.quantity

function bonusWords(
  { decision: { bonus } }: DraftItemView,
  { prices, talk, currency }: Voice,
): string | null {
  if (!prices || (bonus.percent === 0 && bonus.amount === 0)) return null
  const percent = new Intl.NumberFormat(LOCALE_TABLE[talk.locale].intl, {
    style: 'percent',
    maximumFractionDigits: 1,
  })
  const parts = [
    bonus.percent > 0 ? percent.format(bonus.percent / 100) : null,
    bonus.amount > 0 ? sayAmount(bonus.amount, currency, talk) : null,
  ].filter((part) => part !== null)
  return talk.t('returns.outcomes.bonus', { bonus: parts.join(' + ') })
}

function hintOf({ item }: DraftItemView, { policy }: DraftView, { talk, today }: Voice): string | null {
  const reason = policy.reasons.find(({ id }) => id === item.reason)
  const sub = reason?.subReasons.find(({ id }) => id === item.subReason)
  const texts = sub?.hint ?? reason?.hint
  return texts ? sayPhrase({ own: texts }, talk, { today }) : null
}

function outcomeModel(
  id: Outcome,
  shown: DraftItemView,
  view: DraftView,
  choice: OutcomeChoice,
  voice: Voice,
): OutcomeModel {
  const { t } = voice.talk
  const paid = paidFor(shown, view)
  const asked = { shown, outcome: id, paid, chosenSku: choice.outcome === id ? choice.exchangeSku : null }
  return {
    id,
    name: t(`returns.outcomes.${id}.name`),
    text: t(`returns.outcomes.${id}.text`),
    gives: GIVES_MONEY.has(id) ? priceWords(paid, voice) : null,
    bonus: id === 'store_credit' ? bonusWords(shown, voice) : null,
    chosen: choice.outcome === id,
    skuField: exchangeField(shown.item.key, id),
    variants: id === 'exchange_variant' ? variantModels(asked, voice) : null,
    products: id === 'exchange_product' ? productModels(view.products, asked, voice) : null,
  }
}

/** What nobody can choose is not offered: an exchange with nothing to exchange for. */
const isPossible = ({ variants, products }: OutcomeModel): boolean =>
  (variants === null || variants.length > 0) && (products === null || products.length > 0)

/** What a draft has chosen so far. */
export const chosenOutcomes = ({ draft }: Pick<DraftView, 'draft'>): OutcomeChoice[] =>
  draft.items.map(({ key, outcome, exchangeSku }) => ({ key, outcome, exchangeSku }))

/** Every item with what it can become; `choices` are what was chosen, kept or just sent. */
export const outcomesModel = (
  view: DraftView,
  choices: readonly OutcomeChoice[],
  voice: Voice,
): OutcomeItemModel[] =>
  view.items.map((shown) => {
    const { key } = shown.item
    const choice = choices.find((one) => one.key === key) ?? { key, outcome: null, exchangeSku: null }
    return {
      key,
      field: draftFields.outcome(key),
      skuField: draftFields.exchangeSku(key),
      head: itemHead(shown, voice),
      hint: hintOf(shown, view, voice),
      outcomes: shown.decision.outcomes
        .map((id) => outcomeModel(id, shown, view, choice, voice))
        .filter(isPossible),
    }
  })
