import { merchantHandler } from '@/app/_server/merchant-handler'
import { readJson } from '@/app/_server/read-json'
import { withShop } from '@/db/with-shop'
import { policySchema } from '@/lib/returns/policy/schema'
import { lintForShop } from '@/lib/services/returns/lint-for-shop'

export const POST = merchantHandler(async ({ context, shopId, request }) => {
  const body = await readJson(request, policySchema)
  if (!body.ok) return body.error
  const findings = await withShop(context.db, shopId, (tx) =>
    lintForShop(tx, shopId, body.value, context.now()),
  )
  return Response.json({ findings }, { headers: { 'cache-control': 'no-store' } })
})
