import { z } from 'zod'
import { CARE_KINDS } from '@/lib/care/care-kind'
import { wishSchema } from '@/lib/care/wish'
import { addressSchema } from '@/lib/orders/order'
import { statusCodeSchema } from './scan-schema'

const entrySchema = z
  .strictObject({
    id: z.uuid(),
    kind: z.enum(CARE_KINDS),
    occurrence: z.string().describe('Which of its kind: a day, a state, a wish’s id.'),
    openedAt: z.iso.datetime(),
    handledAt: z.iso.datetime().nullable(),
    handledBy: z.string().nullable().describe('The key’s label.'),
    orders: z.array(z.string()).describe('Numbers of the orders it concerns.'),
    parcel: z
      .strictObject({
        carrier: z.string(),
        number: z.string(),
        status: statusCodeSchema,
        pickup: z.strictObject({ lastDay: z.iso.date().nullable() }).nullable(),
      })
      .nullable()
      .describe('null: of a wish, which is an order’s.'),
    correction: z
      .strictObject({
        at: z.iso.datetime(),
        previous: addressSchema.nullable(),
        address: addressSchema,
      })
      .nullable()
      .describe('What the shopper wrote instead of the address; null: nothing yet.'),
    wish: wishSchema.nullable(),
  })
  .meta({ id: 'CareEntry' })

/** What a shop should look at. */
export const careListSchema = z
  .strictObject({
    entries: z.array(entrySchema),
    next: z.uuid().nullable().describe('`after` of the next page.'),
  })
  .meta({ id: 'CareList' })
export type CareListJson = z.infer<typeof careListSchema>

const PAGE = { limit: z.coerce.number().int().min(1).max(100).default(25), after: z.uuid().optional() }

/** What stands behind the `?` of the list. */
export const careQuerySchema = z.strictObject({
  kind: z.enum(CARE_KINDS).optional(),
  handled: z.enum(['true', 'false']).default('false'),
  ...PAGE,
})

/** What stands behind the `?` of a list of vouchers. */
export const voucherQuerySchema = z.strictObject(PAGE)
