import { merchantHandler } from '@/app/_server/merchant-handler'
import { problem } from '@/app/_server/problem'
import { decodeSegment } from '@/app/_server/segment'
import { removeProduct } from '@/lib/services/catalogue/remove-product'

export const DELETE = merchantHandler<{ product: string }>(async ({ context, shopId, params }) => {
  const key = decodeSegment(params.product)
  return !key.includes('\0') && (await removeProduct(context, shopId, key))
    ? new Response(null, { status: 204 })
    : problem('not_found')
})
