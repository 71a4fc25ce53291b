import { preflightHeaders, readHeaders } from '@/lib/api/cors'
import { rateHeaders } from '@/lib/api/rate-headers'
import { getContext } from '@/lib/context'
import type { Context } from '@/lib/services/context'
import type { Shop } from '@/lib/shops/shop'
import { addHeaders } from './add-headers'
import { apiHandler } from './api-handler'
import { shopperPolicy } from './api-limits'
import { clientAddress } from './client-address'
import { countShopper } from './count-shopper'
import { failure } from './failure'
import { problem } from './problem'

type Call<P> = { context: Context; shop: Shop | null; request: Request; params: P }
type FindShop<P> = (context: Context, params: P) => Promise<Shop | null>

/**
 * A shopper's read and the preflight before it: pages of the shop's allowed origins may read every answer, errors too, and each
 * network address has its quota.
 */
export function shopperHandler<P>(findShop: FindShop<P>, handle: (call: Call<P>) => Promise<Response>) {
  const GET = apiHandler<P>(async (request, params) => {
    const context = await getContext()
    const shop = await findShop(context, params)
    const policy = shopperPolicy()
    const client = policy && clientAddress(request)
    const state = policy && client ? countShopper(policy, client, context.now()) : null
    const answer = async () => {
      if (state && state.retryAfterSeconds !== null) return problem('rate_limited')
      return handle({ context, shop, request, params }).catch((error: unknown) =>
        failure(error, request.method),
      )
    }
    return addHeaders(await answer(), {
      ...(policy && rateHeaders(policy, state)),
      ...readHeaders(shop, request.headers.get('origin')),
      vary: 'origin',
    })
  })
  const OPTIONS = apiHandler<P>(async (request, params) => {
    const shop = await findShop(await getContext(), params)
    const headers = preflightHeaders(shop, request.headers.get('origin'))
    return new Response(null, {
      status: 204,
      headers: { allow: 'GET, HEAD, OPTIONS', vary: 'origin', ...headers },
    })
  })
  return { GET, OPTIONS }
}
