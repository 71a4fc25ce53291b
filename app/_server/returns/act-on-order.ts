import { openOrder } from '@/app/_server/open-order'
import { problem } from '@/app/_server/problem'
import { findShopByKey } from '@/app/_server/shop'
import type { OrderRow } from '@/db/queries/read-order'
import { ok, type Result } from '@/lib/core/result'
import type { Context } from '@/lib/services/context'
import type { Shop } from '@/lib/shops/shop'
import { parseToken } from '@/lib/shops/token'

export type TokenParams = { token: string }

/** What a shopper's answers say of themselves: nobody's but theirs, and in their language. */
export const PRIVATE_HEADERS = {
  'cache-control': 'private, no-cache',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex',
  vary: 'accept-language',
}

/** The shop that a link's token names. */
export async function shopOfToken(context: Context, { token }: TokenParams): Promise<Shop | null> {
  const parsed = parseToken(token)
  return parsed && findShopByKey(context, parsed.shopKey)
}

/** The order that a link may act on; the error is the answer to send. */
export async function actOnOrder(
  context: Context,
  token: string,
): Promise<Result<{ shop: Shop; order: OrderRow }, Response>> {
  const opened = await openOrder(context, token)
  if (!opened) return { ok: false, error: problem('not_found', { headers: PRIVATE_HEADERS }) }
  if (opened.order.scope === 'act') return ok(opened)
  return {
    ok: false,
    error: problem('proof_needed', {
      detail: `Prove the order’s e-mail address first: POST ${context.origin}/api/v1/o/{token}/returns/proof.`,
      headers: PRIVATE_HEADERS,
    }),
  }
}
