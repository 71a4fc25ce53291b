import { listSlotPlacements } from '@/db/queries/list-slot-placements'
import { withShop } from '@/db/with-shop'
import type { PlacedSlotJson } from '@/lib/api/schemas/slot-schema'
import type { ShopId } from '@/lib/core/ids'
import type { Context } from '@/lib/services/context'
import { slotJson } from './slot-json'

/** The slots that a shop has placed, by their ids; with an id that one alone. */
export const listSlots = ({ db }: Context, shopId: ShopId, id?: string): Promise<PlacedSlotJson[]> =>
  withShop(db, shopId, async (tx) => (await listSlotPlacements(tx, shopId, id)).map(slotJson))
