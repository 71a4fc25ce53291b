import { and, eq } from 'drizzle-orm'
import { merchantHandler } from '@/app/_server/merchant-handler'
import { problem } from '@/app/_server/problem'
import { readJson } from '@/app/_server/read-json'
import { voucherRules } from '@/db/schema'
import { withShop } from '@/db/with-shop'
import { voucherRuleSchema } from '@/lib/care/voucher-rule'
import { writeRule } from '@/lib/services/care/write-rule'

type Params = { currency: string }

const HEADERS = { 'cache-control': 'no-store' }
const IS_CURRENCY = /^[A-Z]{3}$/

export const PUT = merchantHandler<Params>(async ({ context, shopId, request, params: { currency } }) => {
  if (!IS_CURRENCY.test(currency)) return problem('not_found')
  const body = await readJson(request, voucherRuleSchema)
  if (!body.ok) return body.error
  return Response.json(await writeRule(context, shopId, currency, body.value), { headers: HEADERS })
})

export const DELETE = merchantHandler<Params>(async ({ context, shopId, params: { currency } }) => {
  const gone = await withShop(context.db, shopId, (tx) =>
    tx
      .delete(voucherRules)
      .where(and(eq(voucherRules.shopId, shopId), eq(voucherRules.currency, currency)))
      .returning({ currency: voucherRules.currency }),
  )
  return gone.length > 0 ? new Response(null, { status: 204, headers: HEADERS }) : problem('not_found')
})
