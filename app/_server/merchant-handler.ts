import { rateHeaders } from '@/lib/api/rate-headers'
import { getContext } from '@/lib/context'
import type { ShopId } from '@/lib/core/ids'
import type { Context } from '@/lib/services/context'
import { addHeaders } from './add-headers'
import { apiHandler } from './api-handler'
import { merchantPolicy } from './api-limits'
import { failure } from './failure'
import { limitMerchant } from './limit-merchant'
import { findMerchant } from './merchant'
import { problem } from './problem'
import { repeatable } from './repeatable'

type Call<P> = { context: Context; shopId: ShopId; request: Request; params: P }

/**
 * An API handler for merchants: the key decides the shop before anything else is looked at, has its quota, and a POST may carry
 * an `Idempotency-Key`. No other site's page may read an answer.
 */
export const merchantHandler = <P>(handle: (call: Call<P>) => Promise<Response>) =>
  apiHandler<P>(async (request, params) => {
    const context = await getContext()
    const policy = merchantPolicy()
    const shopId = await findMerchant(context, request)
    if (!shopId)
      return addHeaders(
        problem('unauthorized', { detail: 'Send a key of the shop: `Authorization: Bearer ds_…`.' }),
        {
          'www-authenticate': 'Bearer',
          ...(policy && rateHeaders(policy, null)),
        },
      )
    const state = policy && (await limitMerchant(context, shopId, policy, request))
    const answer = async () => {
      if (state && state.retryAfterSeconds !== null) return problem('rate_limited')
      const run = (again: Request) => handle({ context, shopId, request: again, params })
      return repeatable(context, shopId, request, run).catch((error: unknown) =>
        failure(error, request.method),
      )
    }
    return addHeaders(await answer(), policy ? rateHeaders(policy, state) : {})
  })
