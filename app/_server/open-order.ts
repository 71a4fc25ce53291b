import { findOrderByToken, type OrderRow } from '@/db/queries/read-order'
import { withShop } from '@/db/with-shop'
import { sha256 } from '@/lib/core/keyring'
import type { Context } from '@/lib/services/context'
import type { Shop } from '@/lib/shops/shop'
import { parseToken } from '@/lib/shops/token'
import { findShopByKey } from './shop'

/** The order that a link opens, with its shop; null when the link opens nothing. */
export async function openOrder(
  context: Context,
  text: string,
): Promise<{ shop: Shop; order: OrderRow } | null> {
  const token = parseToken(text)
  const shop = token && (await findShopByKey(context, token.shopKey))
  if (!token || !shop) return null
  const order = await withShop(context.db, shop.id, (tx) => findOrderByToken(tx, shop.id, sha256(token.bits)))
  return order && { shop, order }
}
