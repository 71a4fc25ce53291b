import type { Picture } from '@/components/ui/photo'
import { sayPhrase } from '@/lib/i18n/say-phrase'
import { draftFields } from '@/lib/returns/draft-fields'
import type { DraftLine, DraftView } from '@/lib/returns/draft-view'
import { priceWords, type Voice } from './voice'

/** How many pieces of a line are to go back. */
export type LineChoice = { orderId: string; lineId: string; quantity: number }

export type LineModel = {
  id: string
  /** Field of how many. */
  field: string
  /** Field of whether at all. */
  take: string
  title: string
  variant: string | null
  picture: Picture | null
  /** What was paid for one; null where prices are not to be seen. */
  price: string | null
  /** Until when, and how many; or why not. */
  facts: string[]
  /** How many can go back; 0: none can. */
  most: number
  chosen: number
}

export type OrderLinesModel = { id: string; title: string; placed: string; lines: LineModel[] }

/** The field that says whether a line goes back. */
export const takeField = (orderId: string, lineId: string): string =>
  `take-${draftFields.quantity(orderId, lineId)}`

function untilWords({ decision: { window } }: DraftLine, { talk: { t, when }, today }: Voice): string {
  const { until, basis, start } = window
  if (until) {
    const values = { when: when.day(until, today, 'plain') }
    return basis === 'assumed' ? t('returns.items.assumed', values) : t('returns.items.until', values)
  }
  return start === null ? t('returns.items.notStarted') : t('returns.items.noEnd')
}

/** Whether only a fault of ours takes it back: made to order, or long ago. */
const onlyFaulty = ({ decision: { reasons } }: DraftLine, { policy }: Pick<DraftView, 'policy'>): boolean =>
  policy.reasons.some(({ fault }) => fault === 'shopper') &&
  reasons.every((id) => policy.reasons.find((reason) => reason.id === id)?.fault === 'shop')

function factsOf(line: DraftLine, view: Pick<DraftView, 'policy'>, voice: Voice): string[] {
  const { decision, quantity } = line
  const { talk, today } = voice
  if (!decision.eligible) return decision.refusal ? [sayPhrase(decision.refusal, talk, { today })] : []
  const left =
    decision.left < quantity ? [talk.t('returns.items.left', { left: decision.left, quantity })] : []
  const faulty = onlyFaulty(line, view) ? [talk.t('returns.items.onlyFaulty')] : []
  return [...faulty, untilWords(line, voice), ...left]
}

function lineModel(
  line: DraftLine,
  view: Pick<DraftView, 'policy'>,
  chosen: readonly LineChoice[],
  voice: Voice,
): LineModel {
  const { orderId, id, title, variant, media, decision } = line
  const most = decision.eligible ? decision.left : 0
  const quantity = chosen
    .filter((choice) => choice.orderId === orderId && choice.lineId === id)
    .reduce((sum, choice) => sum + choice.quantity, 0)
  return {
    id,
    field: draftFields.quantity(orderId, id),
    take: takeField(orderId, id),
    title,
    variant,
    picture: voice.picture(media),
    price: priceWords(line.paidEach, voice),
    facts: factsOf(line, view, voice),
    most,
    chosen: Math.min(quantity, most),
  }
}

/** What a draft has chosen so far, by line. */
export const chosenLines = ({ draft }: Pick<DraftView, 'draft'>): LineChoice[] =>
  draft.items.map(({ orderId, lineId, quantity }) => ({ orderId, lineId, quantity }))

/** Orders with what can go back of them. */
export const itemsModel = (
  view: Pick<DraftView, 'orders' | 'policy'>,
  chosen: readonly LineChoice[],
  voice: Voice,
): OrderLinesModel[] =>
  view.orders.map(({ id, number, placedAt, lines }) => {
    const { t, when } = voice.talk
    return {
      id,
      title: t('parcel.order', { order: number }),
      placed: t('parcel.placed', { when: when.day(when.dayOf(new Date(placedAt)), voice.today, 'at') }),
      lines: lines.map((line) => lineModel(line, view, chosen, voice)),
    }
  })
