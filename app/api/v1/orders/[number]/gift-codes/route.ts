import { merchantHandler } from '@/app/_server/merchant-handler'
import { problem } from '@/app/_server/problem'
import { readJson } from '@/app/_server/read-json'
import { decodeSegment } from '@/app/_server/segment'
import { orderNumberSchema } from '@/lib/orders/order'
import { giftCodesBodySchema } from '@/lib/returns/gift-codes-body'
import { createGiftCodes } from '@/lib/services/returns/create-gift-codes'

export const POST = merchantHandler<{ number: string }>(async ({ context, shopId, request, params }) => {
  const number = orderNumberSchema.safeParse(decodeSegment(params.number))
  if (!number.success) return problem('not_found')
  const body = await readJson(request, giftCodesBodySchema)
  if (!body.ok) return body.error
  const created = await createGiftCodes(context, shopId, number.data, body.value.count)
  if (created.ok)
    return Response.json(created.value, { status: 201, headers: { 'cache-control': 'no-store' } })
  return created.error.code === 'unknown_order'
    ? problem('not_found', { detail: number.data })
    : problem('conflict', { detail: `An order has at most ${created.error.max} codes.` })
})
