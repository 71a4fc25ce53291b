import type { FindAnswer, PayAnswer } from '@/lib/returns/money/backend'
import type { AskedPayment } from '@/lib/returns/money/payment-message'
import {
  exchangeAnswer,
  processAnswer,
  returnAnswer,
  type ShopifyReturn,
} from '@/lib/returns/money/shopify/answers'
import {
  findReturn,
  isProcessed,
  processInput,
  returnInput,
} from '@/lib/returns/money/shopify/exchange-input'
import { EXCHANGE, PROCESS, RETURN } from '@/lib/returns/money/shopify/queries'
import { callShopify, type FoundOrder, type ShopifyAccess } from './call-shopify'
import { shopifyRefusal } from './shopify-refusal'

const readExchange = (access: ShopifyAccess, { order }: FoundOrder) =>
  callShopify(access, EXCHANGE, { orderId: order.id }, exchangeAnswer)

async function process(access: ShopifyAccess, made: ShopifyReturn, asked: AskedPayment): Promise<PayAnswer> {
  if (isProcessed(made)) return { kind: 'sent', reference: made.id, code: null }
  const answer = await callShopify(access, PROCESS, { input: processInput(made, asked) }, processAnswer)
  if (!answer.ok) return { kind: 'unsure', words: answer.error.words }
  const { return: processed, userErrors } = answer.value.returnProcess
  return processed ? { kind: 'sent', reference: made.id, code: null } : shopifyRefusal(userErrors)
}

/** A return with new lines, confirmed so that the warehouse gets them; goes on where an earlier try stopped half-way. */
export async function sendShopifyExchange(
  access: ShopifyAccess,
  found: FoundOrder,
  asked: AskedPayment,
): Promise<PayAnswer> {
  const known = await readExchange(access, found)
  if (!known.ok) return known.error
  const before = findReturn(known.value, asked.key)
  if (before) return process(access, before, asked)
  const input = returnInput(found.order.id, known.value, asked)
  if (!input.ok) return { kind: 'refused', words: input.error }
  const answer = await callShopify(access, RETURN, { input: input.value }, returnAnswer)
  if (!answer.ok) return answer.error
  const { return: made, userErrors } = answer.value.returnCreate
  return made ? process(access, made, asked) : shopifyRefusal(userErrors)
}

/** What became of an exchange: one that was made but not confirmed is none yet, and sending it goes on with it. */
export async function findShopifyExchange(
  access: ShopifyAccess,
  found: FoundOrder,
  asked: AskedPayment,
): Promise<FindAnswer> {
  const known = await readExchange(access, found)
  if (!known.ok) return { kind: 'unsure', words: known.error.words }
  const made = findReturn(known.value, asked.key)
  return made && isProcessed(made) ? { kind: 'found', reference: made.id, code: null } : { kind: 'none' }
}
