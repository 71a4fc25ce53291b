import type { z } from 'zod'
import { apiLocale } from '@/app/_server/api-locale'
import { getShopCached } from '@/app/_server/shop'
import { listReturns, type ReturnFilter } from '@/db/queries/read-return'
import { withShop } from '@/db/with-shop'
import { cursorOf, type returnQuerySchema } from '@/lib/api/schemas/return-query-schema'
import type { ShopId } from '@/lib/core/ids'
import { translator } from '@/lib/i18n/translator'
import { customerKey } from '@/lib/orders/customer-key'
import { orderNumberKey } from '@/lib/orders/order'
import { returnSummaryJson } from '@/lib/returns/json/merchant-return-json'
import { returnNumberKey } from '@/lib/returns/return-number'
import type { Context } from '@/lib/services/context'

type Query = z.output<typeof returnQuerySchema>

/** What somebody types: an e-mail address finds its customer, everything else a number or a name. */
function searchOf({ keyring }: Context, q: string | undefined): Partial<ReturnFilter> {
  if (q === undefined) return {}
  if (q.includes('@')) return { customerKey: customerKey(keyring, q) ?? '-' }
  return { text: { returnNumberKey: returnNumberKey(q), orderNumberKey: orderNumberKey(q), name: q } }
}

/** A page of a shop's returns, the newest first. */
export async function listMerchantReturns(
  context: Context,
  shopId: ShopId,
  request: Request,
  { state, order, q, cursor, limit, ground, needs, from, to }: Query,
): Promise<Response> {
  const shop = await getShopCached(context, shopId)
  const rows = await withShop(context.db, shopId, (tx) =>
    listReturns(tx, shopId, {
      ...searchOf(context, q),
      states: state,
      ground,
      needs,
      from,
      to,
      orderNumberKey: order === undefined ? undefined : orderNumberKey(order),
      after: cursor,
      limit: limit + 1,
    }),
  )
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const talk = translator(shop, apiLocale(request, shop, null))
  return Response.json(
    {
      returns: page.map((back) => returnSummaryJson({ back, talk }, talk.t(`returnState.${back.state}`))),
      next: rows.length > limit && last ? cursorOf(last) : null,
    },
    { headers: { 'cache-control': 'no-store' } },
  )
}
