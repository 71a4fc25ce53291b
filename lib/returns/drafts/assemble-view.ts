import { dayIn } from '@/lib/returns/add-days'
import type { DraftItem } from '@/lib/returns/draft'
import type { DraftItemView, DraftLine, DraftOrder, DraftView, VariantOffer } from '@/lib/returns/draft-view'
import type { LineDecision, ReturnDecision } from '@/lib/returns/policy/decision'
import { evaluateLine } from '@/lib/returns/policy/evaluate-line'
import { evaluateReturn } from '@/lib/returns/policy/evaluate-return'
import type { Policy } from '@/lib/returns/policy/schema'
import type { Quote } from '@/lib/returns/quote'
import type { AskedItem } from '@/lib/returns/quote-input'
import { quoteReturn } from '@/lib/returns/quote-return'
import { draftFacts } from './draft-facts'
import type { DraftSource, SourceOrder } from './draft-source'
import { productsOf, variantsOf, withStock } from './offers'
import { orderMoney, quotedOrder } from './order-money'

export type ViewInput = {
  source: DraftSource
  policy: Policy
  policyVersion: number
  now: Date
  timeZone: string
  sent: DraftView['sent']
}

/** The policy's answer for a line that is gone meanwhile can't be asked for: the item is left out. */
type Known = { item: DraftItem; line: DraftLine; decision: LineDecision }

/** What an item's exchange sends, and what one piece of it costs; a replacement sends the same once more. */
export function exchangeOf(
  { outcome, exchangeSku }: DraftItem,
  { variants, sku, title, variant, unitPrice }: DraftLine,
  { products }: Pick<DraftView, 'products'>,
): Pick<VariantOffer, 'sku' | 'title' | 'variant' | 'price'> | null {
  if (outcome === 'replacement') return sku === null ? null : { sku, title, variant, price: unitPrice }
  const offers = outcome === 'exchange_variant' ? variants : outcome === 'exchange_product' ? products : []
  return offers.find((offer) => offer.sku === exchangeSku) ?? null
}

function quoteOf(
  { source, policy, now, timeZone }: ViewInput,
  currency: string,
  items: readonly Known[],
  products: DraftView['products'],
  decision: ReturnDecision,
): Quote | null {
  const asked = items.flatMap(({ item, line, decision }): AskedItem[] => {
    const { key, orderId, lineId, quantity, outcome } = item
    const exchange = exchangeOf(item, line, { products })
    return outcome === null
      ? []
      : [
          {
            key,
            orderId,
            lineId,
            quantity,
            outcome,
            exchange: exchange && { sku: exchange.sku, price: exchange.price },
            decision,
          },
        ]
  })
  if (asked.length === 0 || asked.length < items.length) return null
  return quoteReturn({
    currency,
    today: dayIn(now, timeZone),
    gift: source.draft.gift,
    orders: source.orders.map(quotedOrder),
    items: asked,
    decision,
    method: policy.methods.find(({ id }) => id === source.draft.method) ?? null,
  })
}

/** Everything that the steps show, out of what is stored and the policy; pure. */
export function assembleView(input: ViewInput): DraftView {
  const { source, policy, policyVersion, sent } = input
  const { draft } = source
  const orders = draft.orders.flatMap((id) => source.orders.find((order) => order.id === id) ?? [])
  const currency = orders[0]?.currency ?? policy.currency
  const products = productsOf(source, currency)
  const facts = draftFacts(input)

  const lineOf = (order: SourceOrder, line: SourceOrder['lines'][number], paidEach: number): DraftLine[] => {
    const asked = facts.ofLine(order.id, line.id)
    if (!asked) return []
    const variants = variantsOf(source, order, line)
    return [
      {
        orderId: order.id,
        id: line.id,
        title: line.title,
        variant: line.variant,
        sku: line.sku,
        category: line.category,
        options: line.options,
        quantity: line.quantity,
        unitPrice: line.unitPrice,
        paidEach,
        media: line.media,
        decision: withStock(evaluateLine(policy, asked), { sku: line.sku, variants, products }),
        variants,
      },
    ]
  }
  const shown = orders.map((order): DraftOrder => {
    const money = orderMoney(order)
    return {
      id: order.id,
      number: order.number,
      placedAt: new Date(order.placedAt).toISOString(),
      currency: order.currency,
      lines: order.lines.flatMap((line) => lineOf(order, line, money.get(line.id)?.paidEach ?? 0)),
    }
  })

  const chosen = draft.items.flatMap((item) => {
    const asked = facts.ofItem(item)
    const line = shown.find(({ id }) => id === item.orderId)?.lines.find(({ id }) => id === item.lineId)
    return asked && line ? [{ item, line, asked }] : []
  })
  const decided = evaluateReturn(
    policy,
    chosen.map(({ asked }) => asked),
  )
  const items = chosen.flatMap(({ item, line }, index): DraftItemView[] => {
    const decision = decided.lines[index]
    return decision
      ? [
          {
            item,
            line,
            decision: withStock(decision, { sku: line.sku, variants: line.variants, products }),
          },
        ]
      : []
  })
  const decision = { ...decided, lines: items.map((item) => item.decision) }
  return {
    id: source.id,
    version: source.version,
    draft,
    orders: shown,
    items,
    lost: [],
    decision,
    quote: quoteOf(input, currency, items, products, decision),
    policy,
    policyVersion,
    currency,
    products,
    photos: source.photos,
    sent,
  }
}
