import { z } from 'zod'

/** https://developer.woocommerce.com/docs/apis/rest-api/v3/orders/ */
export const wooOrder = z.object({
  id: z.number(),
  number: z.string(),
  currency: z.string(),
  line_items: z.array(z.object({ id: z.number(), sku: z.string().nullish(), quantity: z.number() })),
})
export type WooOrder = z.infer<typeof wooOrder>

/** https://developer.woocommerce.com/docs/apis/rest-api/v3/order-refunds/ */
export const wooRefund = z.object({
  id: z.number(),
  meta_data: z.array(z.object({ key: z.string(), value: z.unknown() })).default([]),
})
export type WooRefund = z.infer<typeof wooRefund>

/** An error as WordPress writes it. */
export const wooError = z.object({ code: z.string(), message: z.string() })
