import { and, count, eq, isNull } from 'drizzle-orm'
import { careCases, wishes } from '@/db/schema'
import { withShop } from '@/db/with-shop'
import { mayWish } from '@/lib/care/slot-care-of'
import type { Wish } from '@/lib/care/wish'
import { wishDays } from '@/lib/care/wish-days'
import { newId } from '@/lib/core/ids'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Context } from '@/lib/services/context'
import { tellMerchant } from '@/lib/services/tell-merchant'
import type { Shop } from '@/lib/shops/shop'
import { openCareIn } from './open-care'
import { openCase } from './open-case'
import { touchOrder } from './touch-order'

/** More is no wish but a game. */
const MOST = 20

export type MakeWishError = 'unknown_link' | 'proof_needed' | 'too_late' | 'unknown_day' | 'too_often'

/** Keeps what a shopper wishes for a delivery, puts it on the shop's list and tells the shop: `wish.made`. The newest counts. */
export const makeWish = (
  { db, now }: Context,
  shop: Shop,
  token: string,
  wish: Wish,
): Promise<Result<null, MakeWishError>> =>
  withShop(db, shop.id, async (tx) => {
    const order = await openCareIn(tx, shop, token)
    if (!order) return fail('unknown_link')
    if (order.scope !== 'act') return fail('proof_needed')
    if (!mayWish(order.parcels)) return fail('too_late')
    const at = now()
    if (wish.kind === 'other_day' && !wishDays(at, shop.timeZone).includes(wish.day))
      return fail('unknown_day')
    await touchOrder(tx, shop.id, order.id, at)
    const [kept] = await tx
      .select({ count: count() })
      .from(wishes)
      .where(and(eq(wishes.shopId, shop.id), eq(wishes.orderId, order.id)))
    if ((kept?.count ?? 0) >= MOST) return fail('too_often')
    const id = newId()
    await tx
      .insert(wishes)
      .values({ shopId: shop.id, id, orderId: order.id, kind: wish.kind, wish, createdAt: at })
    await tx
      .update(careCases)
      .set({ closedAt: at })
      .where(
        and(
          eq(careCases.shopId, shop.id),
          eq(careCases.subject, order.id),
          eq(careCases.kind, 'wish'),
          isNull(careCases.closedAt),
        ),
      )
    await openCase(tx, shop.id, { kind: 'wish', subject: order.id, occurrence: id }, at)
    const parcels = order.parcels.map(({ carrier, number }) => ({ carrier, number }))
    const told = {
      subjectType: 'wish',
      subject: order.id,
      milestone: 'made',
      occurrence: id,
      payload: { order: order.number, parcels, wish },
    }
    await tellMerchant(tx, shop.id, told, at)
    return ok(null)
  })
