import { eq } from 'drizzle-orm'
import { basketTotals, productPairs, productSales } from '@/db/schema'
import { withShop } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import type { Context } from '@/lib/services/context'
import type { Counted } from './recount'

/** What a shop's tables say of what goes with what. */
export const readCounts = ({ db }: Context, shopId: ShopId): Promise<Counted> =>
  withShop(db, shopId, async (tx) => {
    const [total] = await tx.select().from(basketTotals).where(eq(basketTotals.shopId, shopId))
    const sales = await tx.select().from(productSales).where(eq(productSales.shopId, shopId))
    const pairs = await tx.select().from(productPairs).where(eq(productPairs.shopId, shopId))
    return {
      orders: total?.orders ?? 0,
      sales: Object.fromEntries(sales.map(({ product, orders }) => [product, orders])),
      pairs: Object.fromEntries(pairs.map(({ product, other, orders }) => [`${product}/${other}`, orders])),
    }
  })
