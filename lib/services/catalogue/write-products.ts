import { withShop } from '@/db/with-shop'
import { itemOfBody, type ProductsBody } from '@/lib/catalogue/products-body'
import type { ShopId } from '@/lib/core/ids'
import type { Context } from '@/lib/services/context'
import { type WrittenItems, writeItems } from './write-items'

/** Writes products as the shop tells them, by id; those that a call leaves out stay as they are. */
export async function writeProducts(
  { db, now }: Context,
  shopId: ShopId,
  { products }: ProductsBody,
): Promise<Omit<WrittenItems, 'repeated'>> {
  return withShop(db, shopId, async (tx) => {
    const at = now()
    const telling = { source: 'api', at, once: false }
    const { repeated: _, ...counts } = await writeItems(tx, shopId, products.map(itemOfBody), telling, at)
    return counts
  })
}
