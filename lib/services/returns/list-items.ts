import { and, eq } from 'drizzle-orm'
import { returnItems } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'

export type ItemRow = typeof returnItems.$inferSelect

/** A return's items, as its lock lets them be changed. */
export const listItems = (tx: ShopTx, shopId: ShopId, returnId: string): Promise<ItemRow[]> =>
  tx
    .select()
    .from(returnItems)
    .where(and(eq(returnItems.shopId, shopId), eq(returnItems.returnId, returnId)))
    .orderBy(returnItems.key)

/** What of an item changes. */
export const setItem = (
  tx: ShopTx,
  { shopId, returnId, key }: Pick<ItemRow, 'shopId' | 'returnId' | 'key'>,
  set: Partial<ItemRow>,
) =>
  tx
    .update(returnItems)
    .set(set)
    .where(and(eq(returnItems.shopId, shopId), eq(returnItems.returnId, returnId), eq(returnItems.key, key)))

/** Everything travels but what the shopper keeps. */
export const travelling = <T extends Pick<ItemRow, 'outcome'>>(items: readonly T[]): T[] =>
  items.filter(({ outcome }) => outcome !== 'keep')
