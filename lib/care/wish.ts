import { z } from 'zod'
import { addressSchema } from '@/lib/orders/order'

/** What can be wished for a delivery on its way. */
export const WISH_KINDS = ['other_day', 'neighbour', 'safe_place', 'redirect'] as const
export type WishKind = (typeof WISH_KINDS)[number]

/** A name, a place, a word to the driver. */
const words = z.string().trim().min(1).max(200)

/** A shopper's wish, as it was written. */
export const wishSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('other_day'), day: z.iso.date() }),
  z.strictObject({ kind: z.literal('neighbour'), name: words, where: words }),
  z.strictObject({ kind: z.literal('safe_place'), where: words }),
  z.strictObject({ kind: z.literal('redirect'), address: addressSchema }),
])
export type Wish = z.infer<typeof wishSchema>
