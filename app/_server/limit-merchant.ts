import type { RatePolicy, RateState } from '@/lib/api/rate-limit'
import type { ShopId } from '@/lib/core/ids'
import { logger } from '@/lib/core/logger'
import type { Context } from '@/lib/services/context'
import { countRequest } from '@/lib/services/rate-limit'

const READS: ReadonlySet<string> = new Set(['GET', 'HEAD'])

/** Counts a merchant's request by its key. While the limiter fails, reads go on uncounted (null) and writes throw. */
export async function limitMerchant(
  context: Context,
  shopId: ShopId,
  policy: RatePolicy,
  { method, headers }: Request,
): Promise<RateState | null> {
  try {
    return await countRequest(context, shopId, policy, headers.get('authorization') ?? '')
  } catch (error) {
    if (!READS.has(method)) throw error
    logger.warn('a request could not be counted', {
      reason: error instanceof Error ? error.message : String(error),
    })
    return null
  }
}
