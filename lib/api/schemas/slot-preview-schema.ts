import { z } from 'zod'
import { LOCALES } from '@/lib/i18n/locales'
import { isStatusCode } from '@/lib/parcels/status'
import { LEFT_OUT } from '@/lib/slots/choose-slots'
import { placedSlotIdSchema, placedSlotSchema } from '@/lib/slots/placed-slot'
import { PLACEMENTS } from '@/lib/slots/placement'
import { targetingSchema } from '@/lib/slots/targeting-rule'

const statusCode = z.string().max(60).refine(isStatusCode, 'is no status like `delivered.neighbour`')
const instant = z.iso.datetime({ offset: true }).nullable().default(null)
const placement = z.enum(PLACEMENTS)

/** How an order's page is to be looked at before its buyer sees it. */
export const slotPreviewBodySchema = z.strictObject({
  order: z.string().trim().min(1).max(100).describe('The order’s number.'),
  locale: z.enum(LOCALES).nullable().default(null).describe('Null: the shop’s default language.'),
  pretend: z
    .strictObject({
      status: statusCode.nullable().default(null).describe('As if each of its parcels stood so.'),
      since: instant.describe('Since when they stand so; null: since now. For days since the delivery.'),
      at: instant.describe('As if it were then: for schedules, and for parcels that are late.'),
    })
    .default({ status: null, since: null, at: null }),
  slots: z
    .array(z.strictObject({ id: placedSlotIdSchema, ...placedSlotSchema.shape }))
    .max(100)
    .nullable()
    .default(null)
    .describe('As if these were placed; null: those that are.'),
})

/** The page, and why each slot stands on it or doesn't. */
export const slotPreviewSchema = z
  .strictObject({
    order: z.string(),
    locale: z.enum(LOCALES),
    chosen: z
      .array(z.strictObject({ id: z.string(), slot: z.string(), placement, variant: z.string() }))
      .describe('In the order of the page, place by place.'),
    left: z.array(
      z.strictObject({
        id: z.string(),
        slot: z.string(),
        placement,
        because: z.enum(LEFT_OUT),
        missed: z
          .array(z.enum(targetingSchema.keyof().options))
          .describe('The conditions of its targeting that don’t hold.'),
        words: z.string(),
      }),
    ),
    html: z.string().describe('The whole document.'),
  })
  .meta({ id: 'SlotPreview' })
export type SlotPreviewJson = z.output<typeof slotPreviewSchema>
