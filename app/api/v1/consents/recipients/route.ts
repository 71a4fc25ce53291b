import { merchantHandler } from '@/app/_server/merchant-handler'
import { readQuery } from '@/app/_server/read-query'
import { recipientsQuerySchema } from '@/lib/api/schemas/consent-schema'
import { listRecipients } from '@/lib/services/consent/list-recipients'

export const GET = merchantHandler(async ({ context, shopId, request }) => {
  const query = readQuery(request, recipientsQuerySchema)
  if (!query.ok) return query.error
  const { purpose, limit, after } = query.value
  const list = await listRecipients(context, shopId, { purpose, limit, after })
  return Response.json(list, { headers: { 'cache-control': 'no-store' } })
})
