import { fail, ok, type Result } from '@/lib/core/result'
import type { FindAnswer, MoneyBackend } from '@/lib/returns/money/backend'
import type { AskedPayment } from '@/lib/returns/money/payment-message'
import { orderAnswer } from '@/lib/returns/money/shopify/answers'
import { findOrder, orderSearch } from '@/lib/returns/money/shopify/find-order'
import { ORDER } from '@/lib/returns/money/shopify/queries'
import { findRefund } from '@/lib/returns/money/shopify/refund-input'
import type { ReturnSettings } from '@/lib/returns/settings'
import type { Context } from '@/lib/services/context'
import { type CallFailure, callShopify, type FoundOrder, type ShopifyAccess } from './call-shopify'
import { giveShopifyCredit } from './give-shopify-credit'
import { giveShopifyRefund } from './give-shopify-refund'
import { findShopifyExchange, sendShopifyExchange } from './send-shopify-exchange'

async function readOrder(
  access: ShopifyAccess,
  { orderNumber }: AskedPayment,
): Promise<Result<FoundOrder, CallFailure>> {
  const answer = await callShopify(access, ORDER, { search: orderSearch(orderNumber) }, orderAnswer)
  if (!answer.ok) return answer
  const order = findOrder(answer.value.orders.nodes, orderNumber)
  return order.ok
    ? ok({ order: order.value, shopCurrency: answer.value.shop.currencyCode })
    : fail({ kind: 'refused', words: order.error })
}

const WAYS = {
  refund: giveShopifyRefund,
  credit: giveShopifyCredit,
  exchange: sendShopifyExchange,
} as const

const unsure = ({ words }: CallFailure): FindAnswer => ({ kind: 'unsure', words })

/**
 * Shopify: refunds under an idempotency key and with a note that names it, store credit as a gift card whose code follows from
 * the payment, exchanges as a return with new lines.
 */
export function shopifyBackend(
  { fetch, keyring }: Context,
  { shop, url }: Extract<ReturnSettings['money'], { backend: 'shopify' }>,
  token: string,
): MoneyBackend {
  const access = { fetch, token, origin: (url ?? `https://${shop}`).replace(/\/+$/, '') }
  return {
    pay: async (asked) => {
      if (asked.kind === 'charge') return { kind: 'refused', words: 'Shopify can’t be asked to charge' }
      const found = await readOrder(access, asked)
      return found.ok ? WAYS[asked.kind](access, found.value, asked, keyring) : found.error
    },
    find: async (asked) => {
      // A card of the same code can't be made twice: paying again is asking.
      if (asked.kind === 'credit' || asked.kind === 'charge') return { kind: 'none' }
      const found = await readOrder(access, asked)
      if (!found.ok) return unsure(found.error)
      if (asked.kind === 'exchange') return findShopifyExchange(access, found.value, asked)
      const reference = findRefund(found.value.order, asked.key)
      return reference ? { kind: 'found', reference, code: null } : { kind: 'none' }
    },
  }
}
