import { merchantHandler } from '@/app/_server/merchant-handler'
import { readQuery } from '@/app/_server/read-query'
import { careQuerySchema } from '@/lib/api/schemas/care-schema'
import { listCare } from '@/lib/services/care/list-care'

export const GET = merchantHandler(async ({ context, shopId, request }) => {
  const query = readQuery(request, careQuerySchema)
  if (!query.ok) return query.error
  const { kind, handled, after, limit } = query.value
  const asked = { kind: kind ?? null, handled: handled === 'true', after: after ?? null, limit }
  return Response.json(await listCare(context, shopId, asked), { headers: { 'cache-control': 'no-store' } })
})
