import { merchantHandler } from '@/app/_server/merchant-handler'
import { problem } from '@/app/_server/problem'
import { readJson } from '@/app/_server/read-json'
import { createEndpoint, endpointBodySchema } from '@/lib/services/create-endpoint'

export const POST = merchantHandler(async ({ context, shopId, request }) => {
  const body = await readJson(request, endpointBodySchema)
  if (!body.ok) return body.error
  const created = await createEndpoint(context, shopId, body.value)
  if (!created.ok) return problem('invalid_body', { errors: created.error })
  return Response.json(created.value, { status: 201, headers: { 'cache-control': 'no-store' } })
})
