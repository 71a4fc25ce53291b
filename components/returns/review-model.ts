import type { Phrase } from '@/lib/i18n/phrase'
import { PHRASE_TAGS, readPhrase } from '@/lib/i18n/phrase'
import { sayAmount } from '@/lib/i18n/say-amount'
import { sayPhrase } from '@/lib/i18n/say-phrase'
import type { DraftItemView, DraftView } from '@/lib/returns/draft-view'
import type { Phrase as PolicyPhrase } from '@/lib/returns/phrase'
import type { Quote, QuotedItem } from '@/lib/returns/quote'
import type { ItemHeadModel } from './item-head'
import { itemHead } from './item-question'
import type { Voice } from './voice'

export type SumLine = { key: string; label: string; amount: string; tone: 'plain' | 'quiet' }
export type SumModel = { lines: SumLine[]; totals: { label: string; amount: string }[]; tax: string | null }
type ReviewItemModel = {
  key: string
  head: ItemHeadModel
  outcome: string
  /** What is sent instead. */
  swap: string | null
  reason: string
  /** The box, where there are several. */
  box: string | null
}
export type ReviewModel = {
  headline: string | Phrase
  /** The latest day of the money, and when something is paid. */
  notes: string[]
  items: ReviewItemModel[]
  /** Null where prices are not to be seen. */
  sum: SumModel | null
  wayBack: { label: string; details: string[] } | null
  /** Why a person looks at it first. */
  review: { title: string; reasons: string[]; text: string } | null
  /** Whether the rules let it be sent as it is. */
  blocked: boolean
}

const swapTitle = ({ item, line }: DraftItemView, { products }: DraftView): string | null => {
  const offer = [...line.variants, ...products].find(({ sku }) => sku === item.exchangeSku)
  return offer ? [offer.title, offer.variant].filter(Boolean).join(', ') : null
}

function itemModel(shown: DraftItemView, view: DraftView, voice: Voice): ReviewItemModel {
  const { talk, today } = voice
  const { t } = talk
  const { item } = shown
  const reason = view.policy.reasons.find(({ id }) => id === item.reason)
  const sub = reason?.subReasons.find(({ id }) => id === item.subReason)
  const words = [reason, sub].flatMap((one) => (one ? [sayPhrase({ own: one.texts }, talk, { today })] : []))
  const swap = swapTitle(shown, view)
  return {
    key: item.key,
    head: itemHead(shown, voice),
    outcome: item.outcome ? t(`returns.outcomes.${item.outcome}.name`) : '',
    swap: swap && t('returns.review.swap', { title: swap }),
    reason: t('returns.review.reason', { reason: words.join(', ') }),
    box: view.draft.boxes > 1 && item.outcome !== 'keep' ? t('returns.method.box', { box: item.box }) : null,
  }
}

/** What one item adds to the sum; each part with its sign. */
function linesOf(quoted: QuotedItem, shown: DraftItemView, view: DraftView, voice: Voice): SumLine[] {
  const { t } = voice.talk
  const { line } = shown
  const { key, paid, outcome, difference, bonus, quantity } = quoted
  const gross = line.unitPrice * quantity
  const name = [line.title, quantity > 1 ? `× ${quantity}` : null].filter(Boolean).join(' ')
  const amount = (value: number) => sayAmount(value, voice.currency, voice.talk)
  if (outcome === 'repair' || outcome === 'replacement')
    return [{ key, label: name, amount: amount(0), tone: 'plain' }]
  const discount: SumLine[] =
    gross > paid.amount
      ? [
          {
            key: `${key}-discount`,
            label: t('returns.review.discount'),
            amount: amount(paid.amount - gross),
            tone: 'quiet',
          },
        ]
      : []
  const lines: SumLine[] = [{ key, label: name, amount: amount(gross), tone: 'plain' }, ...discount]
  if (quoted.exchange)
    lines.push({
      key: `${key}-swap`,
      label: t('returns.review.swap', { title: swapTitle(shown, view) ?? '' }),
      amount: amount(-(paid.amount + difference)),
      tone: 'quiet',
    })
  if (bonus > 0)
    lines.push({
      key: `${key}-bonus`,
      label: t('returns.review.bonus'),
      amount: amount(bonus),
      tone: 'quiet',
    })
  return lines
}

function sumModel(quote: Quote, view: DraftView, voice: Voice): SumModel {
  const { talk, currency, today } = voice
  const { t } = talk
  const numberOf = (id: string) => view.orders.find((order) => order.id === id)?.number ?? ''
  const lines = quote.items.flatMap((quoted) => {
    const shown = view.items.find(({ item }) => item.key === quoted.key)
    return shown ? linesOf(quoted, shown, view, voice) : []
  })
  const shipping = quote.shipping.map(
    ({ orderId, amount }): SumLine => ({
      key: `shipping-${orderId}`,
      label: t('returns.review.shipping', { order: numberOf(orderId) }),
      amount: sayAmount(amount, currency, talk),
      tone: 'plain',
    }),
  )
  const charges = quote.charges.map(
    ({ kind, id, item, texts, amount }): SumLine => ({
      key: `${kind}-${id}-${item ?? ''}`,
      label: sayPhrase({ own: texts }, talk, { today }),
      amount: sayAmount(-amount, currency, talk),
      tone: 'plain',
    }),
  )
  const totals = [
    { label: t('returns.review.refund'), value: quote.refund },
    { label: t('returns.review.creditTotal'), value: quote.credit },
    { label: t('returns.review.payTotal'), value: quote.pay },
  ].filter(({ value }) => value > 0)
  const shown = totals.length > 0 ? totals : [{ label: t('returns.review.refund'), value: 0 }]
  return {
    lines: [...lines, ...shipping, ...charges],
    totals: shown.map(({ label, value }) => ({ label, amount: sayAmount(value, currency, talk) })),
    tax: quote.tax > 0 ? t('returns.review.tax', { amount: sayAmount(quote.tax, currency, talk) }) : null,
  }
}

/** The page's first answer: what comes back, or what is to pay. */
function headlineOf(quote: Quote, { talk, currency, prices }: Voice): string | Phrase {
  const { t, lang } = talk
  if (!prices) return t('returns.review.title')
  const say = (amount: number) => sayAmount(amount, currency, talk)
  const { refund, credit, pay, items } = quote
  const marked = () => {
    if (refund > 0 && credit > 0)
      return t.markup('returns.review.both', { ...PHRASE_TAGS, amount: say(refund), credit: say(credit) })
    if (refund > 0) return t.markup('returns.review.back', { ...PHRASE_TAGS, amount: say(refund) })
    if (credit > 0) return t.markup('returns.review.credit', { ...PHRASE_TAGS, amount: say(credit) })
    if (pay > 0) return t.markup('returns.review.pay', { ...PHRASE_TAGS, amount: say(pay) })
    return items.some(({ exchange }) => exchange)
      ? t.markup('returns.review.even', PHRASE_TAGS)
      : t.markup('returns.review.repair', PHRASE_TAGS)
  }
  return readPhrase(marked(), lang)
}

function notesOf({ moneyBy, pay }: Quote, { talk: { t, when }, today, prices }: Voice): string[] {
  return [
    moneyBy && prices ? t('returns.review.moneyBy', { when: when.day(moneyBy, today, 'at') }) : null,
    pay > 0 && prices ? t('returns.review.payLater') : null,
  ].filter((note) => note !== null)
}

function wayBackOf({ draft, policy, decision }: DraftView, { talk, today }: Voice): ReviewModel['wayBack'] {
  const method = policy.methods.find(({ id }) => id === draft.method)
  if (!method || decision.methods.length === 0) return null
  const { t, when } = talk
  const store = method.kind === 'store' ? method.stores.find(({ id }) => id === draft.store) : undefined
  const details = [
    store ? [store.name, store.address].join(', ') : null,
    draft.pickupDay ? when.day(draft.pickupDay, today, 'plain') : null,
    ...draft.own.map(({ carrier, number }) => [carrier, number].filter(Boolean).join(' · ')),
    draft.boxes > 1 ? t('returns.review.boxes', { count: draft.boxes }) : null,
  ]
  return {
    label: sayPhrase({ own: method.texts }, talk, { today }),
    details: details.filter((detail) => detail !== null),
  }
}

/** Why it can't be sent as it is: of single items, and of all together. */
export const refusalsOf = ({ items, decision }: Pick<DraftView, 'items' | 'decision'>): PolicyPhrase[] => [
  ...items.flatMap((item) => item.decision.refusal ?? []),
  ...decision.refusals.map(({ phrase }) => phrase),
]

/** The whole return before it is sent. */
export function reviewModel(view: DraftView, quote: Quote, shopName: string, voice: Voice): ReviewModel {
  const { talk, today, prices } = voice
  const { t } = talk
  const { approval, review } = view.decision
  const say = (phrase: Parameters<typeof sayPhrase>[0]) => sayPhrase(phrase, talk, { today })
  return {
    headline: headlineOf(quote, voice),
    notes: notesOf(quote, voice),
    items: view.items.map((shown) => itemModel(shown, view, voice)),
    sum: prices ? sumModel(quote, view, voice) : null,
    wayBack: view.items.every(({ item }) => item.outcome === 'keep') ? null : wayBackOf(view, voice),
    review:
      approval === 'review'
        ? {
            title: t('returns.review.person', { shop: shopName }),
            reasons: [...new Set(review.map(say))],
            text: t('returns.review.personText'),
          }
        : null,
    blocked: refusalsOf(view).length > 0,
  }
}
