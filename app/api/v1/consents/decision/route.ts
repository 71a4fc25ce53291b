import { merchantHandler } from '@/app/_server/merchant-handler'
import { readJson } from '@/app/_server/read-json'
import { withShop } from '@/db/with-shop'
import { decisionBodySchema } from '@/lib/api/schemas/consent-schema'
import { customerKey } from '@/lib/orders/customer-key'
import { decideFor } from '@/lib/services/consent/decide-for'

export const POST = merchantHandler(async ({ context, shopId, request }) => {
  const body = await readJson(request, decisionBodySchema)
  if (!body.ok) return body.error
  const { email, ...ask } = body.value
  const person = customerKey(context.keyring, email)
  if (!person) throw new Error('an address that was checked names nobody')
  const decision = await withShop(context.db, shopId, (tx) =>
    decideFor(tx, shopId, person, ask, context.now()),
  )
  return Response.json(decision, { headers: { 'cache-control': 'no-store' } })
})
