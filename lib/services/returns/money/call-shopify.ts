import { z } from 'zod'
import { fail, ok, type Result } from '@/lib/core/result'
import type { ShopifyOrder } from '@/lib/returns/money/shopify/answers'
import { SHOPIFY_API_VERSION } from '@/lib/returns/money/shopify/queries'
import type { SafeFetch } from '@/lib/services/safe-fetch'
import { callJson } from './call-json'

export type ShopifyAccess = { fetch: SafeFetch; origin: string; token: string }

/** An order as Shopify has it, and the currency of the shop's gift cards. */
export type FoundOrder = { order: ShopifyOrder; shopCurrency: string }

/** `refused`: surely nothing was done, and trying again is no use. */
export type CallFailure = { kind: 'refused' | 'unsure'; words: string }

const envelope = z.object({
  data: z.unknown().optional(),
  errors: z.array(z.object({ message: z.string() })).optional(),
})

const REFUSED = new Set([400, 401, 402, 403, 404, 423])

/**
 * Asks Shopify's Admin API. Errors beside the data (throttling, an inner error) say nothing sure about a mutation.
 * https://shopify.dev/docs/api/admin-graphql/2026-10#status-and-error-codes
 */
export async function callShopify<T>(
  { fetch, origin, token }: ShopifyAccess,
  query: string,
  variables: Record<string, unknown>,
  schema: z.ZodType<T>,
): Promise<Result<T, CallFailure>> {
  const called = await callJson(fetch, {
    url: `${origin}/admin/api/${SHOPIFY_API_VERSION}/graphql.json`,
    method: 'POST',
    headers: { 'x-shopify-access-token': token },
    body: { query, variables },
  })
  if (!called.ok) return fail({ kind: 'unsure', words: `Shopify didn’t answer (${called.error})` })
  const { status, json } = called.value
  if (REFUSED.has(status)) return fail({ kind: 'refused', words: `Shopify refuses our access (${status})` })
  const body = envelope.safeParse(json)
  if (status !== 200 || !body.success) return fail({ kind: 'unsure', words: `Shopify answered ${status}` })
  const [error] = body.data.errors ?? []
  if (error) return fail({ kind: 'unsure', words: `Shopify says: ${error.message}` })
  const data = schema.safeParse(body.data.data)
  return data.success
    ? ok(data.data)
    : fail({ kind: 'unsure', words: 'Shopify answered in an unknown shape' })
}
