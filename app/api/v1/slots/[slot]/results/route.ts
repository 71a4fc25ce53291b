import { merchantHandler } from '@/app/_server/merchant-handler'
import { problem } from '@/app/_server/problem'
import { readQuery } from '@/app/_server/read-query'
import { decodeSegment } from '@/app/_server/segment'
import { getShopCached } from '@/app/_server/shop'
import { resultsQuerySchema } from '@/lib/api/schemas/measuring-schema'
import { slotResults } from '@/lib/services/measuring/slot-results'
import { placedSlotIdSchema } from '@/lib/slots/placed-slot'

export const GET = merchantHandler<{ slot: string }>(async ({ context, shopId, request, params }) => {
  const query = readQuery(request, resultsQuerySchema)
  if (!query.ok) return query.error
  const slot = placedSlotIdSchema.safeParse(decodeSegment(params.slot))
  if (!slot.success) return problem('not_found')
  const shop = await getShopCached(context, shopId)
  const results = await slotResults(context, shop, slot.data, query.value.since)
  return Response.json(results, { headers: { 'cache-control': 'no-store' } })
})
