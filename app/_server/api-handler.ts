import { failure } from './failure'

/** Wraps an API handler once: a surprise becomes a problem document, never an empty 500. */
export function apiHandler<P>(
  handle: (request: Request, params: P) => Promise<Response>,
): (request: Request, context: { params: Promise<P> }) => Promise<Response> {
  return async (request, context) => {
    try {
      return await handle(request, await context.params)
    } catch (error) {
      return failure(error, request.method)
    }
  }
}
