import { and, eq, isNull } from 'drizzle-orm'
import { productItems } from '@/db/schema'
import { withShop } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import type { Context } from '@/lib/services/context'
import { markItemsGone } from './mark-gone'

/** Takes one item out of what is sold; false where it isn't sold. A source that tells it again brings it back. */
export async function removeProduct({ db, now }: Context, shopId: ShopId, key: string): Promise<boolean> {
  return withShop(db, shopId, async (tx) => {
    const items = await tx
      .select({ key: productItems.key, product: productItems.product })
      .from(productItems)
      .where(and(eq(productItems.shopId, shopId), eq(productItems.key, key), isNull(productItems.goneAt)))
    await markItemsGone(tx, shopId, items, now())
    return items.length > 0
  })
}
