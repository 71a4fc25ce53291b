import { findOrderForLookUp } from '@/db/queries/find-order'
import type { TokenScope } from '@/db/schema/tokens'
import { withShop } from '@/db/with-shop'
import { fail, ok, type Result } from '@/lib/core/result'
import { orderNumberKey } from '@/lib/orders/order'
import { proofFits, readProof } from '@/lib/orders/proof'
import type { Shop } from '@/lib/shops/shop'
import { countAttempt, forgetAttempts, forgiveAttempt, LOOK_UP_LIMITS } from './attempts'
import type { Context } from './context'
import { networkOf } from './network-of'
import { orderToken } from './order-links'

export type LookUp = { number: string; proof: string; peer: string }

export type LookUpError =
  /** No such order, or the proof doesn't fit: one answer for both. */
  { code: 'no_match' } | { code: 'too_many_attempts'; retryAfterSeconds: number }

/** A postcode opens the order for reading; the e-mail address, which nobody reads off a parcel, also for acting. */
const SCOPE = { email: 'act', postcode: 'view' } as const satisfies Record<'email' | 'postcode', TokenScope>

/** Finds an order by its number and a proof, and answers with the token of its page. */
export async function lookUpOrder(
  context: Context,
  shop: Shop,
  lookUp: LookUp,
): Promise<Result<{ token: string }, LookUpError>> {
  const numberKey = orderNumberKey(lookUp.number)
  const proof = readProof(lookUp.proof)
  const now = context.now()
  return withShop(context.db, shop.id, async (tx) => {
    const subjects = [
      { limits: LOOK_UP_LIMITS.order, text: numberKey },
      { limits: LOOK_UP_LIMITS.address, text: networkOf(lookUp.peer) },
    ]
    const attempt = await countAttempt(tx, context.keyring, shop.id, subjects, now)
    const order = await findOrderForLookUp(tx, shop.id, numberKey)
    const fits = proofFits(
      proof,
      order && { email: order.customerEmail, postalCode: order.deliveryAddress?.postalCode ?? null },
    )
    if (attempt.retryAfterSeconds !== null)
      return fail({ code: 'too_many_attempts', retryAfterSeconds: attempt.retryAfterSeconds })
    if (!fits || !order) return fail({ code: 'no_match' })
    await forgiveAttempt(tx, shop.id, attempt)
    await forgetAttempts(tx, shop.id, now)
    return ok({ token: orderToken(context.keyring, shop.key, order.id, SCOPE[proof.kind]) })
  })
}
