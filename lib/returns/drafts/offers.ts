import type { DraftView, VariantOffer } from '@/lib/returns/draft-view'
import type { LineDecision } from '@/lib/returns/policy/decision'
import type { Outcome } from '@/lib/returns/vocabulary'
import type { DraftSource, SourceLine, SourceOrder, SourceVariant } from './draft-source'

const offerOf = ({ currency: _currency, ...offer }: SourceVariant): VariantOffer => offer

const isLeft = ({ left }: VariantOffer): boolean => left === null || left > 0

/** Other variants of a line's product; a present is only exchanged evenly, so that nobody learns what it cost. */
export const variantsOf = (source: DraftSource, order: SourceOrder, line: SourceLine): VariantOffer[] =>
  source.variants
    .filter(
      ({ product, currency, price }) =>
        line.product !== null &&
        product === line.product &&
        currency === order.currency &&
        (!source.draft.gift || price === line.unitPrice),
    )
    .map(offerOf)

/** What an exchange for something else chooses from, with what the draft has chosen already. */
export function productsOf(
  { draft, variants, products }: DraftSource,
  currency: string,
): DraftView['products'] {
  if (draft.gift) return []
  const chosen = variants.filter(
    ({ sku }) =>
      draft.items.some(({ exchangeSku }) => exchangeSku === sku) && products.every((one) => one.sku !== sku),
  )
  return [...chosen, ...products].filter((one) => one.currency === currency).map(offerOf)
}

type Stock = { sku: string | null; variants: readonly VariantOffer[]; products: readonly VariantOffer[] }

/** Whether the shop has what an outcome sends. */
const HAS = {
  exchange_variant: ({ sku, variants }) => variants.some((one) => one.sku !== sku && isLeft(one)),
  exchange_product: ({ sku, products }) => products.some((one) => one.sku !== sku && isLeft(one)),
  replacement: ({ sku, variants }) => variants.every((one) => one.sku !== sku || isLeft(one)),
} as const satisfies Partial<Record<Outcome, (stock: Stock) => boolean>>

const has = (outcome: Outcome, stock: Stock): boolean =>
  outcome === 'exchange_variant' || outcome === 'exchange_product' || outcome === 'replacement'
    ? HAS[outcome](stock)
    : true

/** The policy's word, without outcomes that the shop has nothing for. */
export function withStock(decision: LineDecision, stock: Stock): LineDecision {
  const outcomes = decision.outcomes.filter((outcome) => has(outcome, stock))
  if (outcomes.length === decision.outcomes.length) return decision
  return outcomes.length > 0 || !decision.eligible
    ? { ...decision, outcomes }
    : { ...decision, outcomes, eligible: false, refusal: { key: 'refused.noOutcome' } }
}
