import { after } from 'next/server'
import { merchantHandler } from '@/app/_server/merchant-handler'
import { problem } from '@/app/_server/problem'
import { readJson } from '@/app/_server/read-json'
import { decodeSegment } from '@/app/_server/segment'
import { getShopCached } from '@/app/_server/shop'
import { fieldErrors } from '@/lib/core/field-error'
import { orderBodySchema, orderNumberSchema } from '@/lib/orders/order'
import { fetchMedia } from '@/lib/services/fetch-media'
import { orderLinks } from '@/lib/services/order-links'
import { referralCode } from '@/lib/services/referral-code'
import { upsertOrder } from '@/lib/services/upsert-order'

export const PUT = merchantHandler<{ number: string }>(async ({ context, shopId, request, params }) => {
  const number = orderNumberSchema.safeParse(decodeSegment(params.number))
  if (!number.success) return problem('invalid_body', { errors: fieldErrors(number.error) })
  const body = await readJson(request, orderBodySchema)
  if (!body.ok) return body.error
  const { orderId, created, pictures } = await upsertOrder(context, shopId, number.data, body.value)
  after(async () => {
    for (const picture of pictures) await fetchMedia(context, shopId, picture)
  })
  const shop = await getShopCached(context, shopId)
  const links = orderLinks(context, shop, orderId, body.value.locale ?? null)
  return Response.json(
    { number: number.data, links, referralCode: referralCode(context.keyring, shopId, orderId) },
    { status: created ? 201 : 200, headers: { 'cache-control': 'no-store' } },
  )
})
