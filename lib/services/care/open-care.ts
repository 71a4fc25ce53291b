import { type CareOrder, findCareOrder } from '@/db/queries/find-care-order'
import { type ShopTx, withShop } from '@/db/with-shop'
import { sha256 } from '@/lib/core/keyring'
import type { Context } from '@/lib/services/context'
import type { Shop } from '@/lib/shops/shop'
import { parseToken } from '@/lib/shops/token'

/** The order behind a link, within a transaction; null when the link opens nothing in this shop. */
export async function openCareIn(tx: ShopTx, shop: Shop, token: string): Promise<CareOrder | null> {
  const parsed = parseToken(token)
  if (!parsed || parsed.shopKey !== shop.key) return null
  return findCareOrder(tx, shop.id, sha256(parsed.bits))
}

/** The order behind a link, to be shown. */
export const openCare = ({ db }: Context, shop: Shop, token: string): Promise<CareOrder | null> =>
  withShop(db, shop.id, (tx) => openCareIn(tx, shop, token))
