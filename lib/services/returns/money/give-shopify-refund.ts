import type { PayAnswer } from '@/lib/returns/money/backend'
import type { AskedPayment } from '@/lib/returns/money/payment-message'
import { refundAnswer } from '@/lib/returns/money/shopify/answers'
import { REFUND } from '@/lib/returns/money/shopify/queries'
import { refundInput } from '@/lib/returns/money/shopify/refund-input'
import { callShopify, type FoundOrder, type ShopifyAccess } from './call-shopify'
import { shopifyRefusal } from './shopify-refusal'

/** A refund by the means that the order was paid with. */
export async function giveShopifyRefund(
  access: ShopifyAccess,
  { order }: FoundOrder,
  asked: AskedPayment,
): Promise<PayAnswer> {
  const input = refundInput(order, asked)
  if (!input.ok) return { kind: 'refused', words: input.error }
  const answer = await callShopify(access, REFUND, { input: input.value, key: asked.key }, refundAnswer)
  if (!answer.ok) return answer.error
  const { refund, userErrors } = answer.value.refundCreate
  return refund ? { kind: 'sent', reference: refund.id, code: null } : shopifyRefusal(userErrors)
}
