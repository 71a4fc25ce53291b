import { shopperAction } from '@/app/_server/returns/shopper-action'
import { shopperCancelSchema } from '@/lib/api/schemas/return-action-schema'
import { cancelReturn } from '@/lib/services/returns/cancel-return'

const handlers = shopperAction(shopperCancelSchema, ({ context, shop, back, by }) =>
  cancelReturn(context, shop.id, { id: back.id }, by),
)

export const POST = handlers.POST
export const OPTIONS = handlers.OPTIONS
