import { decodeSegment } from '@/app/_server/segment'
import { findPolicy } from '@/db/queries/read-policy'
import { findReturnByToken } from '@/db/queries/read-return'
import { listExchangesToChoose } from '@/db/queries/read-stock'
import { withShop } from '@/db/with-shop'
import { sha256 } from '@/lib/core/keyring'
import type { Policy } from '@/lib/returns/policy/schema'
import type { Return } from '@/lib/returns/return'
import type { Context } from '@/lib/services/context'
import type { Shop } from '@/lib/shops/shop'
import { parseToken } from '@/lib/shops/token'

export type ReturnParams = { shop: string; locale: string; token: string; number: string }

/** A return with what its page has to know besides. */
export type OpenReturn = {
  back: Return
  /** As it was when the return was sent. */
  policy: Policy | null
  /** Keys of the items whose exchange has run out. */
  unavailable: string[]
}

/** The return behind a link; null when the link opens nothing in this shop, or the number isn't its own. */
export async function openReturn(
  { db }: Context,
  shop: Shop,
  { token, number }: Pick<ReturnParams, 'token' | 'number'>,
): Promise<OpenReturn | null> {
  const parsed = parseToken(token)
  if (!parsed || parsed.shopKey !== shop.key) return null
  return withShop(db, shop.id, async (tx) => {
    const back = await findReturnByToken(tx, shop.id, sha256(parsed.bits), decodeSegment(number))
    if (!back) return null
    const [policy, unavailable] = await Promise.all([
      findPolicy(tx, shop.id, back.policyVersion),
      listExchangesToChoose(tx, shop.id, back.id),
    ])
    return { back, policy, unavailable }
  })
}
