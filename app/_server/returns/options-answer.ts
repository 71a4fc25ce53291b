import type { OrderRow } from '@/db/queries/read-order'
import { listReturns } from '@/db/queries/read-return'
import { withShop } from '@/db/with-shop'
import type { Locale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translator'
import { orderNumberKey } from '@/lib/orders/order'
import { dayIn } from '@/lib/returns/add-days'
import { optionsJson } from '@/lib/returns/json/options-json'
import type { ReturnOptionsJson } from '@/lib/returns/json/options-types'
import type { Context } from '@/lib/services/context'
import { readReturnable } from '@/lib/services/returns/fill-request'
import { returnToken } from '@/lib/services/returns/return-links'
import type { Shop } from '@/lib/shops/shop'
import { returnAddresses } from './opened-answer'

/** An order has hardly ever had more. */
const MOST_RETURNS = 50

/** What of an order can go back and how, and which returns it has had; a present's return is its receiver's own. */
export async function optionsAnswer(
  context: Context,
  shop: Shop,
  locale: Locale,
  order: OrderRow,
): Promise<ReturnOptionsJson | null> {
  const view = await readReturnable(context, shop, order.id)
  if (!view) return null
  const filter = { orderNumberKey: orderNumberKey(order.number), limit: MOST_RETURNS }
  const returns = await withShop(context.db, shop.id, (tx) => listReturns(tx, shop.id, filter))
  const spoken = { talk: translator(shop, locale), today: dayIn(context.now(), shop.timeZone) }
  return {
    ...optionsJson(view, { shop, origin: context.origin }, spoken),
    returns: returns
      .filter(({ gift }) => !gift)
      .map(({ id, number, state, createdAt }) => ({
        number,
        state,
        createdAt,
        links: returnAddresses(context, shop, locale, {
          number,
          token: returnToken(context.keyring, shop.key, id),
        }),
      })),
  }
}
