import { returnDrafts } from '@/db/schema'
import { withShop } from '@/db/with-shop'
import { newId } from '@/lib/core/ids'
import { emptyDraft } from '@/lib/returns/draft'
import type { Context } from '@/lib/services/context'
import type { Shop } from '@/lib/shops/shop'
import { draftExpiry } from './draft-expiry'
import { admitDraftToken, draftToken } from './draft-token'
import { forgetCrowd } from './forget-drafts'

/**
 * Begins a return of an order's items; the token opens it. Whoever calls has made sure that the shopper may act on the order
 * (a link of scope `act`), or holds a gift's code.
 */
export async function startDraft(
  { db, keyring, now }: Context,
  shop: Shop,
  { orderId, gift }: { orderId: string; gift: boolean },
): Promise<{ token: string }> {
  const id = newId()
  await withShop(db, shop.id, async (tx) => {
    const at = now()
    await tx.insert(returnDrafts).values({
      shopId: shop.id,
      id,
      draft: emptyDraft(orderId, gift),
      version: 1,
      returnId: null,
      createdAt: at,
      updatedAt: at,
      expiresAt: draftExpiry(at),
    })
    await admitDraftToken(tx, keyring, shop.id, id, at)
    await forgetCrowd(tx, shop.id, { orderId, gift })
  })
  return { token: draftToken(keyring, shop.key, id) }
}
