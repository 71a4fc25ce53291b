import { apiLocale } from '@/app/_server/api-locale'
import { problem } from '@/app/_server/problem'
import { getShopCached } from '@/app/_server/shop'
import { findPolicy } from '@/db/queries/read-policy'
import { findReturnByNumber } from '@/db/queries/read-return'
import { listExchangesToChoose } from '@/db/queries/read-stock'
import { withShop } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import type { Result } from '@/lib/core/result'
import { merchantReturnJson } from '@/lib/returns/json/merchant-return-json'
import { warehouseReturnJson } from '@/lib/returns/json/warehouse-return-json'
import type { Actor } from '@/lib/returns/vocabulary'
import type { Context } from '@/lib/services/context'
import { type PointerOf, type Refusal, refused } from './refusal'
import { speakReturn } from './speak-return'

const HEADERS = { 'cache-control': 'no-store' }

export type NumberParams = { number: string }

type Asked = { context: Context; shopId: ShopId; request: Request; by: { actor: Actor } }

/** A return whole, as its merchant reads it; a warehouse's key reads no shopper's link. */
export async function showMerchantReturn(
  { context, shopId, request, by }: Asked,
  number: string,
  status: 200 | 201 = 200,
): Promise<Response> {
  const shop = await getShopCached(context, shopId)
  const open = await withShop(context.db, shopId, async (tx) => {
    const back = await findReturnByNumber(tx, shopId, number)
    if (!back) return null
    const [policy, unavailable] = await Promise.all([
      findPolicy(tx, shopId, back.policyVersion),
      listExchangesToChoose(tx, shopId, back.id),
    ])
    return { back, policy, unavailable }
  })
  if (!open) return problem('not_found', { detail: `No return ${number} is known.` })
  const { facts, said } = speakReturn(context, shop, apiLocale(request, shop, null), open, {
    showsPrices: true,
  })
  const headers = {
    ...HEADERS,
    ...(status === 201 && { location: `${context.origin}/api/v1/returns/${open.back.number}` }),
  }
  const whole = merchantReturnJson(facts, said)
  const json = by.actor === 'warehouse' ? warehouseReturnJson(whole, context.origin) : whole
  return Response.json(json, { status, headers })
}

/** The answer to something that was done to a return: the return as it is now, or why nothing was done. */
export const answerChange = async (
  asked: Asked,
  number: string,
  done: Result<unknown, Refusal>,
  at?: PointerOf,
): Promise<Response> => (done.ok ? showMerchantReturn(asked, number) : refused(done.error, at))
