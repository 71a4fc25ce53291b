import { openReturn } from './open-return'
import { returnFacts } from './return-facts'
import type { ReturnPage } from './return-handler'

/** The same request with the return as it is now: it was changed since this one was opened. */
export async function reopen(page: ReturnPage): Promise<ReturnPage> {
  const { context, shop, stand, params, talk } = page
  const open = (await openReturn(context, shop, params)) ?? page.open
  return { ...page, open, facts: returnFacts(open, { shop, stand, token: params.token, talk }, context) }
}
