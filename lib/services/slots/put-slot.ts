import { listSlotPlacements } from '@/db/queries/list-slot-placements'
import { slotPlacements } from '@/db/schema'
import { withShop } from '@/db/with-shop'
import type { PlacedSlotJson } from '@/lib/api/schemas/slot-schema'
import type { ShopId } from '@/lib/core/ids'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Context } from '@/lib/services/context'
import { raiseShopVersion } from '@/lib/services/raise-shop-version'
import type { PlacedSlotBody } from '@/lib/slots/placed-slot'
import { testSinceOf } from '@/lib/slots/test-since'
import { slotJson } from './slot-json'

/** Each of a shop's pages looks at all of them. */
export const MOST_SLOTS = 100

type WrittenSlot = { slot: PlacedSlotJson; isNew: boolean }

/** Places a slot, or replaces it whole; the body was checked. Pages show it within the time that a shop is cached. */
export const putSlot = (
  { db, now }: Context,
  shopId: ShopId,
  id: string,
  document: PlacedSlotBody,
): Promise<Result<WrittenSlot, 'too_many'>> =>
  withShop(db, shopId, async (tx) => {
    // First: it makes two writes of a shop wait for each other.
    await raiseShopVersion(tx, shopId)
    const at = now()
    const placed = await listSlotPlacements(tx, shopId)
    const before = placed.find((one) => one.id === id)
    if (!before && placed.length >= MOST_SLOTS) return fail('too_many')
    const tested = before ? { variants: before.document.variants, testSince: before.testSince } : null
    const values = { document, testSince: testSinceOf(tested, document.variants, at), updatedAt: at }
    await tx
      .insert(slotPlacements)
      .values({ shopId, id, createdAt: at, ...values })
      .onConflictDoUpdate({ target: [slotPlacements.shopId, slotPlacements.id], set: values })
    const [written] = await listSlotPlacements(tx, shopId, id)
    if (!written) throw new Error(`the slot ${id} isn't there after it was written`)
    return ok({ slot: slotJson(written), isNew: !before })
  })
