import { apiLocale } from '@/app/_server/api-locale'
import { problem } from '@/app/_server/problem'
import { IMAGES_LIMIT_BYTES, readJson } from '@/app/_server/read-json'
import { getShopCached } from '@/app/_server/shop'
import { findOrderForLookUp } from '@/db/queries/find-order'
import { withShop } from '@/db/with-shop'
import { openReturnSchema } from '@/lib/api/schemas/return-action-schema'
import type { ShopId } from '@/lib/core/ids'
import { negotiateLocale } from '@/lib/i18n/negotiate-locale'
import { translator } from '@/lib/i18n/translator'
import { orderNumberKey } from '@/lib/orders/order'
import { dayIn } from '@/lib/returns/add-days'
import type { Actor } from '@/lib/returns/vocabulary'
import type { Context } from '@/lib/services/context'
import { requestReturn } from '@/lib/services/returns/request-return'
import { showMerchantReturn } from './merchant-return'
import { requestRefused } from './request-refusal'

type Asked = { context: Context; shopId: ShopId; request: Request; by: { actor: Actor; name: string } }

/** Opens a return for a shopper, by the rules that hold for them. */
export async function openForShopper(asked: Asked): Promise<Response> {
  const { context, shopId, request } = asked
  const body = await readJson(request, openReturnSchema, IMAGES_LIMIT_BYTES)
  if (!body.ok) return body.error
  const { order: number, locale: wanted = null, ...choice } = body.value
  const order = await withShop(context.db, shopId, (tx) =>
    findOrderForLookUp(tx, shopId, orderNumberKey(number)),
  )
  if (!order)
    return problem('invalid_body', {
      errors: [{ pointer: '/order', code: 'unknown_order', detail: 'is no order of this shop' }],
    })
  const shop = await getShopCached(context, shopId)
  const locale = wanted === null ? null : negotiateLocale({ explicit: wanted, shop })
  const by = { actor: 'merchant', name: asked.by.name } as const
  const opened = await requestReturn(context, shop, order.id, { request: choice, locale, by })
  if (opened.ok) return showMerchantReturn(asked, opened.value.number, 201)
  const talk = translator(shop, apiLocale(request, shop, null))
  return requestRefused(opened.error, talk, dayIn(context.now(), shop.timeZone))
}
