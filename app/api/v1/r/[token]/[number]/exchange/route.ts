import { shopperAction } from '@/app/_server/returns/shopper-action'
import { changeExchangeSchema } from '@/lib/api/schemas/return-action-schema'
import { changeExchange } from '@/lib/services/returns/change-exchange'

const handlers = shopperAction(
  changeExchangeSchema,
  ({ context, shop, back, by, body: { key, outcome, sku = null } }) =>
    changeExchange(context, shop.id, { id: back.id }, by, { key, outcome, sku }),
)

export const POST = handlers.POST
export const OPTIONS = handlers.OPTIONS
