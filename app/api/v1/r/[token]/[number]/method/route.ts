import { shopperAction } from '@/app/_server/returns/shopper-action'
import { changeMethodSchema } from '@/lib/api/schemas/return-action-schema'
import { changeMethod } from '@/lib/services/returns/change-method'

const handlers = shopperAction(changeMethodSchema, ({ context, shop, back, by, body }) => {
  const { method, store = null, pickupDay = null, own } = body
  const parcels = own.map(({ box, carrier, number = null }) => ({ box, carrier, number }))
  return changeMethod(context, shop.id, { id: back.id }, by, { method, store, pickupDay, own: parcels })
})

export const POST = handlers.POST
export const OPTIONS = handlers.OPTIONS
