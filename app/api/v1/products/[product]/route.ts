import { merchantHandler } from '@/app/_server/merchant-handler'
import { problem } from '@/app/_server/problem'
import { removeProduct } from '@/lib/services/catalogue/remove-product'

export const DELETE = merchantHandler<{ product: string }>(async ({ context, shopId, params }) =>
  (await removeProduct(context, shopId, params.product))
    ? new Response(null, { status: 204 })
    : problem('not_found'),
)
