import { merchantHandler } from '@/app/_server/merchant-handler'
import { problem } from '@/app/_server/problem'
import { readJson } from '@/app/_server/read-json'
import { picksSchema } from '@/lib/api/schemas/product-schema'
import { writePicks } from '@/lib/services/catalogue/write-picks'

export const PUT = merchantHandler(async ({ context, shopId, request }) => {
  const body = await readJson(request, picksSchema)
  if (!body.ok) return body.error
  const written = await writePicks(context, shopId, body.value.products)
  if (!written.ok) return problem('invalid_body', { errors: written.error })
  return Response.json(written.value, { headers: { 'cache-control': 'no-store' } })
})
