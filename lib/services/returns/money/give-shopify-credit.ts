import type { Keyring } from '@/lib/core/keyring'
import type { PayAnswer } from '@/lib/returns/money/backend'
import type { AskedPayment } from '@/lib/returns/money/payment-message'
import { creditAnswer } from '@/lib/returns/money/shopify/answers'
import { creditCode, creditInput, isTaken } from '@/lib/returns/money/shopify/credit-input'
import { CREDIT } from '@/lib/returns/money/shopify/queries'
import { callShopify, type FoundOrder, type ShopifyAccess } from './call-shopify'
import { shopifyRefusal } from './shopify-refusal'

/**
 * Store credit as a gift card: it needs no customer's account, so that who got a present can use it too. Its code follows from
 * the payment, and Shopify takes a code once.
 */
export async function giveShopifyCredit(
  access: ShopifyAccess,
  { shopCurrency }: FoundOrder,
  asked: AskedPayment,
  keyring: Keyring,
): Promise<PayAnswer> {
  if (shopCurrency !== asked.currency)
    return {
      kind: 'refused',
      words: `Shopify’s gift cards are in ${shopCurrency}, the return is in ${asked.currency}`,
    }
  const code = creditCode(Buffer.from(keyring.tokenBits('credit', asked.key, 0), 'base64url'))
  const answer = await callShopify(access, CREDIT, { input: creditInput(asked, code) }, creditAnswer)
  if (!answer.ok) return answer.error
  const { giftCard, userErrors } = answer.value.giftCardCreate
  if (giftCard) return { kind: 'sent', reference: giftCard.id, code }
  return isTaken(userErrors) ? { kind: 'sent', reference: null, code } : shopifyRefusal(userErrors)
}
