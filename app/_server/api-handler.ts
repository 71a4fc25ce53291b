import { logger } from '@/lib/core/logger'
import { isDatabaseAway } from '@/db/database-away'
import { problem } from './problem'

/** Wraps an API handler once: a surprise becomes a problem document, never an empty 500. */
export function apiHandler<P>(
  handle: (request: Request, params: P) => Promise<Response>,
): (request: Request, context: { params: Promise<P> }) => Promise<Response> {
  return async (request, context) => {
    try {
      return await handle(request, await context.params)
    } catch (error) {
      if (isDatabaseAway(error)) return problem('unavailable', { headers: { 'retry-after': '5' } })
      logger.error('request failed', {
        method: request.method,
        reason: error instanceof Error ? (error.stack ?? error.message) : String(error),
      })
      return problem('internal')
    }
  }
}
