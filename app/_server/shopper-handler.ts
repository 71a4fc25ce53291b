import { methodsOf, preflightHeaders, readHeaders, type ShopperMethod } from '@/lib/api/cors'
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
import { mayWrite } from './may-write'
import { problem } from './problem'
import { repeatable } from './repeatable'

type Call<P> = { context: Context; shop: Shop | null; request: Request; params: P }
type Handle<P> = (call: Call<P>) => Promise<Response>
type FindShop<P> = (context: Context, params: P) => Promise<Shop | null>
type Handler<P> = (request: Request, context: { params: Promise<P> }) => Promise<Response>

const IS_JSON = /^application\/json\s*(?:;|$)/i

/** A write: from pages of the shop alone, as JSON (so that no form of another site can send it), once for each key. */
async function write<P>(call: Call<P>, handle: Handle<P>, limitBytes: number | undefined): Promise<Response> {
  const { context, shop, request } = call
  if (!shop) return problem('not_found')
  if (!(await mayWrite(context, shop, request.headers.get('origin')))) return problem('foreign_origin')
  if (!IS_JSON.test(request.headers.get('content-type') ?? '')) return problem('unsupported_media_type')
  return repeatable(context, shop.id, request, (again) => handle({ ...call, request: again }), limitBytes)
}

/**
 * What shoppers read and write at an address, and the preflight before it: pages of the shop's allowed origins may read every
 * answer, errors too, and each network address has its quota. A POST may carry an `Idempotency-Key`.
 */
export function shopperHandler<P>(
  findShop: FindShop<P>,
  { GET, POST }: Partial<Record<ShopperMethod, Handle<P>>>,
  { limitBytes }: { limitBytes?: number } = {},
): Record<ShopperMethod | 'OPTIONS', Handler<P>> {
  const methods: ShopperMethod[] = [...(GET ? ['GET' as const] : []), ...(POST ? ['POST' as const] : [])]
  const allow = [...methodsOf(methods), 'OPTIONS'].join(', ')

  const serve = (run: (call: Call<P>) => Promise<Response>) =>
    apiHandler<P>(async (request, params) => {
      const context = await getContext()
      const shop = await findShop(context, params)
      const policy = shopperPolicy()
      const client = policy && clientAddress(request)
      const state = policy && client ? countShopper(policy, client, context.now()) : null
      const answer = async () => {
        if (state && state.retryAfterSeconds !== null) return problem('rate_limited')
        return run({ context, shop, request, params }).catch((error: unknown) =>
          failure(error, request.method),
        )
      }
      return addHeaders(await answer(), {
        ...(policy && rateHeaders(policy, state)),
        ...readHeaders(shop, request.headers.get('origin')),
        vary: 'origin',
      })
    })

  const none = async () => problem('method_not_allowed', { headers: { allow } })
  return {
    GET: serve(GET ?? none),
    POST: serve(POST ? (call) => write(call, POST, limitBytes) : none),
    OPTIONS: apiHandler<P>(async (request, params) => {
      const shop = await findShop(await getContext(), params)
      const headers = preflightHeaders(shop, request.headers.get('origin'), methods)
      return new Response(null, { status: 204, headers: { allow, vary: 'origin', ...headers } })
    }),
  }
}
