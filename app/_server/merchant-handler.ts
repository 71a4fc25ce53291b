import { rateHeaders } from '@/lib/api/rate-headers'
import { getContext } from '@/lib/context'
import type { ShopId } from '@/lib/core/ids'
import type { Actor } from '@/lib/returns/vocabulary'
import type { Context } from '@/lib/services/context'
import { addHeaders } from './add-headers'
import { apiHandler } from './api-handler'
import { merchantPolicy } from './api-limits'
import { failure } from './failure'
import { limitMerchant } from './limit-merchant'
import { findMerchant } from './merchant'
import { problem } from './problem'
import { repeatable } from './repeatable'

type Call<P> = {
  context: Context
  shopId: ShopId
  request: Request
  params: P
  /** Who asks, by the key. */
  by: { actor: Extract<Actor, 'merchant' | 'warehouse'>; name: string }
}

type MerchantOptions = {
  /** Whether a warehouse's key may, too; otherwise only a merchant's. */
  warehouse?: boolean
  /** What a POST's body may have at most. */
  limitBytes?: number
}

/**
 * An API handler for merchants: the key decides the shop before anything else is looked at, has its quota, and a POST may carry
 * an `Idempotency-Key`. A warehouse's key opens only what says so. No other site's page may read an answer.
 */
export const merchantHandler = <P>(
  handle: (call: Call<P>) => Promise<Response>,
  { warehouse = false, limitBytes }: MerchantOptions = {},
) =>
  apiHandler<P>(async (request, params) => {
    const context = await getContext()
    const policy = merchantPolicy()
    const merchant = await findMerchant(context, request)
    if (!merchant)
      return addHeaders(
        problem('unauthorized', { detail: 'Send a key of the shop: `Authorization: Bearer ds_…`.' }),
        {
          'www-authenticate': 'Bearer',
          ...(policy && rateHeaders(policy, null)),
        },
      )
    const { shopId, role: actor, label: name } = merchant
    const state = policy && (await limitMerchant(context, shopId, policy, request))
    const answer = async () => {
      if (state && state.retryAfterSeconds !== null) return problem('rate_limited')
      if (actor === 'warehouse' && !warehouse)
        return problem('forbidden', { detail: 'A warehouse’s key reads returns, receives and checks them.' })
      const run = (again: Request) => handle({ context, shopId, request: again, params, by: { actor, name } })
      return repeatable(context, shopId, request, run, limitBytes).catch((error: unknown) =>
        failure(error, request.method),
      )
    }
    return addHeaders(await answer(), policy ? rateHeaders(policy, state) : {})
  })
