import { and, eq } from 'drizzle-orm'
import { giftCodes } from '@/db/schema'
import { withShop } from '@/db/with-shop'
import { fail, ok, type Result } from '@/lib/core/result'
import { giftCodeKey } from '@/lib/returns/gift-code'
import { countAttempt, forgiveAttempt, LOOK_UP_LIMITS } from '@/lib/services/attempts'
import type { Context } from '@/lib/services/context'
import { networkOf } from '@/lib/services/network-of'
import type { Shop } from '@/lib/shops/shop'
import { giftCodeHash } from './gift-code-hash'
import { startDraft } from './start-draft'

export type OpenGiftError = { code: 'no_match' } | { code: 'too_many_attempts'; retryAfterSeconds: number }

/** Begins the return of a present by the code that lay in its parcel; wrong ones count against the network like look-ups. */
export async function openGift(
  context: Context,
  shop: Shop,
  { code, peer }: { code: string; peer: string },
): Promise<Result<{ token: string }, OpenGiftError>> {
  const { db, keyring, now } = context
  const key = giftCodeKey(code)
  const found = await withShop(db, shop.id, async (tx): Promise<Result<string, OpenGiftError>> => {
    const attempt = await countAttempt(
      tx,
      keyring,
      shop.id,
      [{ limits: LOOK_UP_LIMITS.address, text: networkOf(peer) }],
      now(),
    )
    const [gift] = key
      ? await tx
          .select({ orderId: giftCodes.orderId })
          .from(giftCodes)
          .where(
            and(eq(giftCodes.shopId, shop.id), eq(giftCodes.codeHash, giftCodeHash(keyring, shop.id, key))),
          )
      : []
    if (attempt.retryAfterSeconds !== null)
      return fail({ code: 'too_many_attempts', retryAfterSeconds: attempt.retryAfterSeconds })
    if (!gift) return fail({ code: 'no_match' })
    await forgiveAttempt(tx, shop.id, attempt)
    return ok(gift.orderId)
  })
  return found.ok ? ok(await startDraft(context, shop, { orderId: found.value, gift: true })) : found
}
