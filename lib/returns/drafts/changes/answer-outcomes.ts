import { sumOf } from '@/lib/core/money'
import type { DraftItem } from '@/lib/returns/draft'
import type { DraftChange, DraftProblem } from '@/lib/returns/draft-change'
import { draftFields } from '@/lib/returns/draft-fields'
import { draftProblem } from '@/lib/returns/draft-problems'
import type { DraftItemView, DraftView, VariantOffer } from '@/lib/returns/draft-view'
import { type Changed, unless, withItems } from './changed'

type Answer = Extract<DraftChange, { kind: 'outcomes' }>['answers'][number]
type Answered = { item: DraftItem; problems: DraftProblem[] }

/** What an outcome may send; null: nothing is to be chosen. */
const offersOf = (
  { products }: DraftView,
  { line }: DraftItemView,
  { outcome }: Answer,
): readonly VariantOffer[] | null =>
  outcome === 'exchange_variant'
    ? line.variants.filter(({ sku }) => sku !== line.sku)
    : outcome === 'exchange_product'
      ? products.filter(({ sku }) => sku !== line.sku)
      : null

function answerOne(view: DraftView, chosen: DraftItemView, answer: Answer | undefined): Answered {
  const { item, line, decision } = chosen
  const { title } = line
  const field = draftFields.outcome(item.key)
  if (!answer) return { item, problems: [draftProblem(field, 'outcomeMissing', { title })] }
  if (!decision.outcomes.includes(answer.outcome))
    return { item, problems: [draftProblem(field, 'outcomeNotOffered', { title })] }
  const { outcome, exchangeSku } = answer
  const offers = offersOf(view, chosen, answer)
  if (offers === null) return { item: { ...item, outcome, exchangeSku: null }, problems: [] }
  const skuField = draftFields.exchangeSku(item.key)
  if (!exchangeSku) return { item, problems: [draftProblem(skuField, 'exchangeMissing', { title })] }
  const isOffered = offers.some(({ sku }) => sku === exchangeSku)
  return isOffered
    ? { item: { ...item, outcome, exchangeSku }, problems: [] }
    : { item, problems: [draftProblem(skuField, 'exchangeSoldOut', { title })] }
}

/** What an item takes out of the shop's stock. */
const sentBy = ({ item, line }: DraftItemView): string | null =>
  item.outcome === 'replacement' ? line.sku : item.exchangeSku

/** Items that ask for more of a variant than is left, all items together. */
export function outOfStock({ products }: DraftView, items: readonly DraftItemView[]): DraftProblem[] {
  return items.flatMap((one) => {
    const sku = sentBy(one)
    const offer = sku === null ? null : [...one.line.variants, ...products].find((each) => each.sku === sku)
    if (!offer || offer.left === null) return []
    const asked = sumOf(items.filter((each) => sentBy(each) === sku).map(({ item }) => item.quantity))
    const { key, outcome } = one.item
    const field = outcome === 'replacement' ? draftFields.outcome(key) : draftFields.exchangeSku(key)
    return asked > offer.left ? [draftProblem(field, 'exchangeSoldOut', { title: one.line.title })] : []
  })
}

/** Takes an outcome for every item; what is sent has to be there. */
export function answerOutcomes(view: DraftView, answers: readonly Answer[]): Changed {
  const all = view.items.map((item) =>
    answerOne(
      view,
      item,
      answers.find(({ key }) => key === item.item.key),
    ),
  )
  const items = all.map(({ item }) => item)
  const answered = view.items.map((one, index) => ({ ...one, item: items[index] ?? one.item }))
  const problems = all.flatMap((one) => one.problems)
  return unless(problems.length > 0 ? problems : outOfStock(view, answered), withItems(view.draft, items))
}
