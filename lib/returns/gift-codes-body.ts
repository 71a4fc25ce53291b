import { z } from 'zod'

const MAX_AT_ONCE = 20

/** The body of `POST /api/v1/orders/{number}/gift-codes`. */
export const giftCodesBodySchema = z.strictObject({
  count: z.number().int().min(1).max(MAX_AT_ONCE).default(1),
})
