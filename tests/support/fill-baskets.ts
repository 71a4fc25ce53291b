import { orderBodySchema } from '@/lib/orders/order'
import type { Context } from '@/lib/services/context'
import { runBasketWork } from '@/lib/services/recommend/run-basket-work'
import { upsertOrder } from '@/lib/services/upsert-order'
import type { TestShop } from './context'
import { order } from './post'

/** An order of two products, counted. */
export async function fillBaskets(context: Context, { id }: TestShop, number: string): Promise<void> {
  const lines = ['HOSE-M', 'HEMD-M'].map((sku) => ({ id: sku, sku, title: sku, quantity: 1, unitPrice: 100 }))
  const { orderId } = await upsertOrder(context, id, number, orderBodySchema.parse(order({ lines })))
  await runBasketWork(context, id, orderId)
}
