import { merchantHandler } from '@/app/_server/merchant-handler'
import { readJson } from '@/app/_server/read-json'
import type { NumberParams } from '@/app/_server/returns/merchant-return'
import { refused } from '@/app/_server/returns/refusal'
import { decodeSegment } from '@/app/_server/segment'
import { refundSchema } from '@/lib/api/schemas/return-action-schema'
import { recordRefund } from '@/lib/services/returns/money/record-refund'

export const POST = merchantHandler<NumberParams>(async ({ context, shopId, request, params }) => {
  const body = await readJson(request, refundSchema)
  if (!body.ok) return body.error
  const recorded = await recordRefund(context, shopId, decodeSegment(params.number), body.value)
  if (!recorded.ok) return refused(recorded.error)
  const { value } = recorded
  return Response.json(value, {
    status: value.known ? 200 : 201,
    headers: { 'cache-control': 'no-store' },
  })
})
