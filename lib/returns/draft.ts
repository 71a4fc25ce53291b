import { z } from 'zod'
import { OUTCOMES } from './vocabulary'

const itemSchema = z.object({
  /** Of this draft alone, `1`, `2`, …: one line may be in it twice, for different reasons. */
  key: z.string(),
  orderId: z.string(),
  lineId: z.string(),
  quantity: z.number().int().min(1),
  reason: z.string().nullable(),
  subReason: z.string().nullable(),
  comment: z.string().nullable(),
  /** Ids of return files. */
  photos: z.array(z.string()),
  outcome: z.enum(OUTCOMES).nullable(),
  /** What an exchange asks for. */
  exchangeSku: z.string().nullable(),
  /** From 1. */
  box: z.number().int().min(1),
})
export type DraftItem = z.infer<typeof itemSchema>

/** What a shopper has chosen so far. */
export const draftSchema = z.object({
  /** Orders' ids, the first one opened it; all of one currency. */
  orders: z.array(z.string()).min(1),
  gift: z.boolean(),
  /** Where a gift's receiver can be written to. */
  email: z.string().nullable(),
  items: z.array(itemSchema),
  boxes: z.number().int().min(1).max(10),
  /** A method's id. */
  method: z.string().nullable(),
  store: z.string().nullable(),
  pickupDay: z.string().nullable(),
  /** The shopper's own parcel, by box; the number may come later. */
  own: z.array(
    z.object({ box: z.number().int().min(1), carrier: z.string(), number: z.string().nullable() }),
  ),
})
export type Draft = z.infer<typeof draftSchema>

export const emptyDraft = (orderId: string, gift: boolean): Draft => ({
  orders: [orderId],
  gift,
  email: null,
  items: [],
  boxes: 1,
  method: null,
  store: null,
  pickupDay: null,
  own: [],
})
