import { merchantHandler } from '@/app/_server/merchant-handler'
import { readQuery } from '@/app/_server/read-query'
import { decodeSegment } from '@/app/_server/segment'
import { getShopCached } from '@/app/_server/shop'
import { resultsQuerySchema } from '@/lib/api/schemas/measuring-schema'
import { slotResults } from '@/lib/services/measuring/slot-results'

export const GET = merchantHandler<{ slot: string }>(async ({ context, shopId, request, params }) => {
  const query = readQuery(request, resultsQuerySchema)
  if (!query.ok) return query.error
  const shop = await getShopCached(context, shopId)
  const results = await slotResults(context, shop, decodeSegment(params.slot), query.value.since)
  return Response.json(results, { headers: { 'cache-control': 'no-store' } })
})
