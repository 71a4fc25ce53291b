import { fail, ok, type Result } from '@/lib/core/result'
import type { AskedPayment } from '@/lib/returns/money/payment-message'
import type { ShopifyExchange, ShopifyReturn } from './answers'
import { shopifyId } from './find-order'

/** The return that an earlier try made: our key is its lines' note. */
export const findReturn = ({ order }: ShopifyExchange, key: string): ShopifyReturn | null =>
  order?.returns.nodes.find(({ returnLineItems }) =>
    returnLineItems.nodes.some(({ returnReasonNote }) => returnReasonNote.includes(key)),
  ) ?? null

/** Whether the new items are already on their way to the warehouse. */
export const isProcessed = ({ exchangeLineItems }: ShopifyReturn): boolean =>
  exchangeLineItems.nodes.length > 0 &&
  exchangeLineItems.nodes.every(({ processableQuantity }) => processableQuantity === 0)

/** https://shopify.dev/docs/api/admin-graphql/2026-10/input-objects/ReturnInput */
export function returnInput(
  orderId: string,
  { returnableFulfillments }: ShopifyExchange,
  { key, returnNumber, items }: AskedPayment,
): Result<Record<string, unknown>, string> {
  const returnable = returnableFulfillments.nodes.flatMap((one) => one.returnableFulfillmentLineItems.nodes)
  const returnLineItems: Record<string, unknown>[] = []
  const exchangeLineItems: Record<string, unknown>[] = []
  for (const { lineId, sku, title, quantity, exchange, externalId } of items) {
    const id = shopifyId('LineItem', lineId)
    const line =
      returnable.find(({ fulfillmentLineItem }) => fulfillmentLineItem.lineItem.id === id) ??
      returnable.find(({ fulfillmentLineItem }) => sku !== null && fulfillmentLineItem.lineItem.sku === sku)
    if (!line || line.quantity < quantity) return fail(`Shopify has no ${quantity} × ${title} left to return`)
    const variantId = externalId === null ? null : shopifyId('ProductVariant', externalId)
    if (!variantId) return fail(`The variant ${exchange?.sku ?? title} has no id of Shopify’s`)
    returnLineItems.push({
      fulfillmentLineItemId: line.fulfillmentLineItem.id,
      quantity,
      returnReasonNote: `Return ${returnNumber} (${key})`,
    })
    exchangeLineItems.push({ variantId, quantity })
  }
  return ok({ orderId, returnLineItems, exchangeLineItems })
}

/**
 * Confirms the new items, and those that went back where the shop has them.
 * https://shopify.dev/docs/api/admin-graphql/2026-10/input-objects/ReturnProcessInput
 */
export const processInput = (made: ShopifyReturn, { items }: AskedPayment) => {
  const open = ({ processableQuantity }: { processableQuantity: number }) => processableQuantity > 0
  const line = ({ id, processableQuantity }: { id: string; processableQuantity: number }) => ({
    id,
    quantity: processableQuantity,
  })
  const isBack = items.every(({ received }) => received)
  return {
    returnId: made.id,
    exchangeLineItems: made.exchangeLineItems.nodes.filter(open).map(line),
    returnLineItems: isBack ? made.returnLineItems.nodes.filter(open).map(line) : [],
    notifyCustomer: false,
  }
}
