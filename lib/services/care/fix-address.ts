import { and, count, eq } from 'drizzle-orm'
import { addressFixes } from '@/db/schema'
import { withShop } from '@/db/with-shop'
import { problemsOf } from '@/lib/care/address-problem'
import { changedFields } from '@/lib/care/changed-fields'
import { newId } from '@/lib/core/ids'
import { logger } from '@/lib/core/logger'
import { fail, ok, type Result } from '@/lib/core/result'
import type { DeliveryAddress } from '@/lib/orders/order'
import type { Context } from '@/lib/services/context'
import { tellMerchant } from '@/lib/services/tell-merchant'
import type { Shop } from '@/lib/shops/shop'
import { openCareIn } from './open-care'
import { touchOrder } from './touch-order'

/** Nobody moves this often while a parcel is on its way. */
const MOST = 20

export type FixAddressError = 'unknown_link' | 'proof_needed' | 'nothing_wrong' | 'too_often'

/**
 * Keeps an address that a shopper corrected, and tells the shop, in one transaction: `address.corrected` with what it was and what
 * it is. The order itself stays as the shop told it; the parcel stays on the shop's list until it is seen to or goes on.
 */
export const fixAddress = (
  { db, now }: Context,
  shop: Shop,
  token: string,
  address: DeliveryAddress,
): Promise<Result<null, FixAddressError>> =>
  withShop(db, shop.id, async (tx) => {
    const order = await openCareIn(tx, shop, token)
    if (!order) return fail('unknown_link')
    if (order.scope !== 'act') return fail('proof_needed')
    const problems = problemsOf(order.parcels)
    if (problems.length === 0 || !order.address) return fail('nothing_wrong')
    const at = now()
    // Holds the order, so that a form sent twice at once is counted twice.
    await touchOrder(tx, shop.id, order.id, at)
    const [kept] = await tx
      .select({ count: count() })
      .from(addressFixes)
      .where(and(eq(addressFixes.shopId, shop.id), eq(addressFixes.orderId, order.id)))
    if ((kept?.count ?? 0) >= MOST) return fail('too_often')
    const id = newId()
    const previous = order.fix?.address ?? order.address
    await tx.insert(addressFixes).values({
      shopId: shop.id,
      id,
      orderId: order.id,
      previous,
      address,
      problems,
      createdAt: at,
    })
    const parcels = order.parcels
      .filter(({ id: parcel }) => problems.some((problem) => problem.startsWith(parcel)))
      .map(({ carrier, number }) => ({ carrier, number }))
    const told = {
      subjectType: 'address',
      subject: order.id,
      milestone: 'corrected',
      occurrence: id,
      payload: { order: order.number, parcels, previous, address },
    }
    await tellMerchant(tx, shop.id, told, at)
    // What was written is a person's; that it changed is not.
    logger.info('address corrected', {
      shopId: shop.id,
      order: order.id,
      changed: changedFields(previous, address).join(' '),
    })
    return ok(null)
  })
