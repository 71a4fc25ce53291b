import { findOrderByToken } from '@/db/queries/read-order'
import { withShop } from '@/db/with-shop'
import { sha256 } from '@/lib/core/keyring'
import { fail, ok, type Result } from '@/lib/core/result'
import { orderNumberKey } from '@/lib/orders/order'
import { proofFits, readProof } from '@/lib/orders/proof'
import { countAttempt, forgiveAttempt, LOOK_UP_LIMITS } from '@/lib/services/attempts'
import type { Context } from '@/lib/services/context'
import { networkOf } from '@/lib/services/network-of'
import { orderToken } from '@/lib/services/order-links'
import type { Shop } from '@/lib/shops/shop'
import { parseToken } from '@/lib/shops/token'

export type ProveEmailError =
  | { code: 'unknown_order' }
  /** It isn't the order's address. */
  | { code: 'no_match' }
  | { code: 'too_many_attempts'; retryAfterSeconds: number }

/** Gives whoever may see an order, and knows its e-mail address, the token to act on it; `peer` is their network address. */
export async function proveEmail(
  { db, keyring, now }: Context,
  shop: Shop,
  token: string,
  email: string,
  peer: string,
): Promise<Result<{ token: string }, ProveEmailError>> {
  const parsed = parseToken(token)
  if (!parsed || parsed.shopKey !== shop.key) return fail({ code: 'unknown_order' })
  const proof = readProof(email)
  return withShop(db, shop.id, async (tx) => {
    const order = await findOrderByToken(tx, shop.id, sha256(parsed.bits))
    if (!order) return fail({ code: 'unknown_order' })
    const act = ok({ token: orderToken(keyring, shop.key, order.id, 'act') })
    if (order.scope === 'act') return act
    const attempt = await countAttempt(
      tx,
      keyring,
      shop.id,
      [
        { limits: LOOK_UP_LIMITS.order, text: orderNumberKey(order.number) },
        { limits: LOOK_UP_LIMITS.address, text: networkOf(peer) },
      ],
      now(),
    )
    // A postcode opened it for reading already, and opens no more.
    const fits = proof.kind === 'email' && proofFits(proof, { email: order.customerEmail, postalCode: null })
    if (attempt.retryAfterSeconds !== null)
      return fail({ code: 'too_many_attempts', retryAfterSeconds: attempt.retryAfterSeconds })
    if (!fits) return fail({ code: 'no_match' })
    await forgiveAttempt(tx, shop.id, attempt)
    return act
  })
}
