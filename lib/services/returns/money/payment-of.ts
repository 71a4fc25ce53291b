import { z } from 'zod'
import type { returnPayments } from '@/db/schema'
import type { Payment } from '@/lib/returns/money/payment'
import { OUTCOMES } from '@/lib/returns/vocabulary'

const detailsSchema = z.object({
  items: z.array(
    z.object({
      key: z.string(),
      lineId: z.string(),
      sku: z.string().nullable(),
      title: z.string(),
      quantity: z.number(),
      outcome: z.enum(OUTCOMES),
      received: z.boolean(),
      exchange: z.object({ sku: z.string(), title: z.string(), variant: z.string().nullable() }).nullable(),
    }),
  ),
  bonus: z.number(),
  back: z.number().default(0),
  shipping: z.number().default(0),
  unsure: z.boolean().default(false),
  late: z.boolean().default(false),
})

const backendSchema = z.enum(['webhook', 'shopify', 'woocommerce', 'manual'])

/** A payment as it rests in its row. */
export function paymentOf(row: typeof returnPayments.$inferSelect): Payment {
  const { items, bonus, back, shipping, unsure, late } = detailsSchema.parse(row.details)
  const { id, kind, occurrence, orderId, amount, state, reference } = row
  return {
    id,
    kind,
    occurrence,
    orderId,
    amount,
    state,
    reference,
    backend: backendSchema.parse(row.backend),
    items,
    bonus,
    back,
    shipping,
    unsure,
    late,
  }
}
