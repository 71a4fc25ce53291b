import { shopperAction } from '@/app/_server/returns/shopper-action'
import { contestSchema } from '@/lib/api/schemas/return-action-schema'
import { contestDeduction } from '@/lib/services/returns/contest-deduction'

const handlers = shopperAction(contestSchema, ({ context, shop, back, by, body: { key, text } }) =>
  contestDeduction(context, shop.id, { id: back.id }, by, { key, text }),
)

export const POST = handlers.POST
export const OPTIONS = handlers.OPTIONS
