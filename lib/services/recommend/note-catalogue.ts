import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import { recountBaskets } from './recount-baskets'

/** A catalogue comes in many pieces: they are looked at together. */
const WAIT_SECONDS = 300

type Item = { sku: string | null; product: string; category: string | null }

/** Has orders looked at again where items mean other products than before: what is new (`before` is undefined), or has moved. */
export async function noteCatalogue(
  tx: ShopTx,
  shopId: ShopId,
  changes: readonly { item: Item; before: Item | undefined }[],
  now: Date,
): Promise<void> {
  const moved = changes.some(
    ({ item, before }) =>
      before?.sku !== item.sku || before.product !== item.product || before.category !== item.category,
  )
  if (moved) await recountBaskets(tx, shopId, new Date(now.getTime() + WAIT_SECONDS * 1000))
}
