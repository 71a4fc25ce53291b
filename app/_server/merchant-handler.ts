import { getContext } from '@/lib/context'
import type { ShopId } from '@/lib/core/ids'
import type { Context } from '@/lib/services/context'
import { apiHandler } from './api-handler'
import { findMerchant } from './merchant'
import { problem } from './problem'

/** An API handler for merchants: the key decides the shop before anything else is looked at. */
export const merchantHandler = <P>(
  handle: (call: { context: Context; shopId: ShopId; request: Request; params: P }) => Promise<Response>,
) =>
  apiHandler<P>(async (request, params) => {
    const context = await getContext()
    const shopId = await findMerchant(context, request)
    if (!shopId)
      return problem('unauthorized', { detail: 'Send a key of the shop: `Authorization: Bearer ds_…`.' })
    return handle({ context, shopId, request, params })
  })
