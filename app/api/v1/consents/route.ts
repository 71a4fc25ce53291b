import { merchantHandler } from '@/app/_server/merchant-handler'
import { readJson } from '@/app/_server/read-json'
import { consentsBodySchema } from '@/lib/consent/consents-body'
import { recordConsents } from '@/lib/services/consent/record-consents'

export const POST = merchantHandler(async ({ context, shopId, request }) => {
  const body = await readJson(request, consentsBodySchema)
  if (!body.ok) return body.error
  const written = await recordConsents(context, shopId, body.value)
  return Response.json({ written }, { headers: { 'cache-control': 'no-store' } })
})
