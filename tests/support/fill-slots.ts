import { slotStops } from '@/db/schema'
import { withShop } from '@/db/with-shop'
import { sourceToken } from '@/lib/measuring/source'
import { noteSlots, writeSlotCounts } from '@/lib/services/measuring/note-slots'
import { putSlot } from '@/lib/services/slots/put-slot'
import { placedSlotSchema } from '@/lib/slots/placed-slot'
import type { TestContext, TestShop } from './context'
import { order, putOrder } from './post'

const VARIANTS = [
  { id: 'a', share: 1 },
  { id: 'b', share: 1 },
]

/** A slot that was seen, has led to an order, and one of whose wordings did harm. */
export async function fillSlots(context: TestContext, shop: TestShop, number: string): Promise<void> {
  const { id } = shop
  const source = { slot: 'news', variant: 'b' }
  const body = { slot: 'announcement', placement: 'under-status', variants: VARIANTS }
  await putSlot(context, id, source.slot, placedSlotSchema.parse(body))
  noteSlots(context, shop.shop, 'views', [source])
  await writeSlotCounts(context)
  await putOrder(shop, number, order({ sourceToken: sourceToken(context.keyring, id, source) }))
  const harm = { harm: 'returns', share: 0.2, baseShare: 0.1, orders: 900 }
  await withShop(context.db, id, (tx) =>
    tx.insert(slotStops).values({ shopId: id, ...source, at: context.now(), ...harm }),
  )
}
