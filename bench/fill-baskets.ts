import { randomBytes } from 'node:crypto'
import { orderLines, orders, productItems, products } from '@/db/schema'
import { type ShopTx, withShop } from '@/db/with-shop'
import { newId, type ShopId } from '@/lib/core/ids'
import type { Context } from '@/lib/services/context'
import { createShop } from '@/lib/services/create-shop'
import { shopSettings } from '@/tests/support/shop-settings'
import type { Baskets } from './baskets'

export const ORIGIN = 'https://shop.example'

const CHUNK = 2000

async function inChunks<T>(
  context: Context,
  shopId: ShopId,
  rows: readonly T[],
  write: (tx: ShopTx, chunk: T[]) => Promise<unknown>,
): Promise<void> {
  for (let at = 0; at < rows.length; at += CHUNK)
    await withShop(context.db, shopId, (tx) => write(tx, rows.slice(at, at + CHUNK)))
}

/** Orders as they are stored; written at once, since what an order's own way costs is measured elsewhere. Returns their ids. */
export async function writeOrders(
  context: Context,
  shopId: ShopId,
  baskets: readonly (readonly string[])[],
): Promise<string[]> {
  const now = context.now()
  const rows = baskets.map((keys) => ({ id: newId(), keys }))
  await inChunks(context, shopId, rows, async (tx, chunk) => {
    await tx.insert(orders).values(
      chunk.map(({ id }) => ({
        ...{ shopId, id, number: id, numberKey: id, placedAt: now, currency: 'EUR', discounts: [], tags: [] },
        ...{ customerTags: [], version: 1, createdAt: now, updatedAt: now },
      })),
    )
    const lines = chunk.flatMap(({ id, keys }) =>
      keys.map((key, position) => ({
        ...{ shopId, orderId: id, id: String(position), position, sku: key, title: key, quantity: 1 },
        ...{ unitPrice: 1000, discount: 0, tags: [], options: {} },
      })),
    )
    for (let at = 0; at < lines.length; at += CHUNK)
      await tx.insert(orderLines).values(lines.slice(at, at + CHUNK))
  })
  return rows.map(({ id }) => id)
}

/** A new shop with a catalogue: everything can be had. */
export async function openShopWith(context: Context, { products: all }: Baskets): Promise<ShopId> {
  const created = await createShop(context, `baskets-${randomBytes(4).toString('hex')}`, shopSettings())
  if (!created.ok) throw new Error(created.error.code)
  const { shopId } = created.value
  const now = context.now()
  await inChunks(context, shopId, all, async (tx, chunk) => {
    const told = chunk.map(({ key, category }) => ({
      ...{
        shopId,
        key,
        title: key,
        url: `${ORIGIN}/${encodeURIComponent(key)}`,
        currency: 'EUR',
        price: 1000,
      },
      ...{ category, tags: [], inStock: true, source: 'bench', updatedAt: now },
    }))
    await tx.insert(products).values(told.map((product) => ({ ...product, id: newId() })))
    await tx
      .insert(productItems)
      .values(told.map((item) => ({ ...item, product: item.key, sku: item.key, digest: '', seenAt: now })))
  })
  return shopId
}
