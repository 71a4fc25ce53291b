import { z } from 'zod'
import { LOCALES } from '@/lib/i18n/locales'
import { isStatusCode, STATUSES } from '@/lib/parcels/status'

const list = <T extends z.ZodType>(schema: T) => z.array(schema).min(1).max(200)
const word = z.string().trim().min(1).max(200)

/** A status (`delivered`) or one of its codes (`delivered.neighbour`). */
const statusSchema = z
  .string()
  .max(60)
  .refine((text) => Object.hasOwn(STATUSES, text) || isStatusCode(text), 'is no status')

/** A range with both ends in it; one of them may be left out. */
const rangeOf = (least: number, most: number) =>
  z
    .strictObject({
      from: z.int().min(least).max(most).optional(),
      to: z.int().min(least).max(most).optional(),
    })
    .refine(({ from, to }) => from !== undefined || to !== undefined, 'names no end')
    .refine(({ from, to }) => from === undefined || to === undefined || from <= to, 'ends before it begins')

/**
 * Whom a slot is for: everything that is named has to hold, in a list one is enough. What isn't known of an order holds for
 * nothing.
 */
export const targetingSchema = z.strictObject({
  /** Of one of the parcels. */
  statuses: list(statusSchema).optional(),
  /** Something is wrong with a parcel, it is late, or nobody knows where it is. */
  unhappy: z.boolean().optional(),
  locales: list(z.enum(LOCALES)).optional(),
  /** ISO 3166-1 alpha-2 of the delivery address. */
  countries: list(z.string().regex(/^[A-Z]{2}$/)).optional(),
  carriers: list(z.string().regex(/^[a-z0-9][a-z0-9-]*$/)).optional(),
  /** Minor units; orders in another currency aren't meant. */
  orderValue: z
    .strictObject({
      currency: z.string().regex(/^[A-Z]{3}$/),
      from: z.int().min(0).optional(),
      to: z.int().min(0).optional(),
    })
    .refine(({ from, to }) => from === undefined || to === undefined || from <= to, 'ends before it begins')
    .optional(),
  /** Of one of the items; upper and lower case are the same. */
  categories: list(word).optional(),
  tags: list(word).optional(),
  skus: list(word).optional(),
  buyer: z.enum(['first', 'repeat']).optional(),
  delayed: z.boolean().optional(),
  /** 0: the day on which the last parcel arrived. */
  daysSinceDelivery: rangeOf(0, 3650).optional(),
  /** Of all orders: 0.25 is every fourth, always the same ones. */
  share: z.number().min(0).max(1).optional(),
})
export type Targeting = z.infer<typeof targetingSchema>
