import { z } from 'zod'
import { placedSlotSchema } from '@/lib/slots/placed-slot'
import { PLACEMENTS } from '@/lib/slots/placement'

const placement = z.enum(PLACEMENTS)

/** A placed slot as its merchant reads it. */
export const readSlotSchema = z
  .strictObject({
    id: z.string(),
    ...placedSlotSchema.shape,
    testSince: z.iso.datetime().nullable().describe('Since when its variants are tried as they are.'),
    stopped: z
      .array(
        z.strictObject({
          variant: z.string(),
          at: z.iso.datetime(),
          harm: z.string().describe('`returns` or `complaints`.'),
        }),
      )
      .describe('Variants that did harm; who was given one gets the first.'),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'Slot' })
export type PlacedSlotJson = z.output<typeof readSlotSchema>

const kindSchema = z.strictObject({
  slot: z.string(),
  purpose: z.enum(['marketing', 'service', 'help']),
  personal: z.boolean().describe('Left out for who objects to what is chosen by purchases.'),
  placements: z.array(placement),
  settings: z.record(z.string(), z.unknown()).describe('A JSON Schema (2020-12) of its settings.'),
})

/** What stands on a shop's pages, and what can. */
export const slotListSchema = z
  .strictObject({
    slots: z.array(readSlotSchema),
    defaults: z
      .array(z.strictObject({ slot: z.string(), placement, priority: z.int() }))
      .describe('What stands by itself, until the shop places a slot of that kind.'),
    kinds: z.array(kindSchema),
  })
  .meta({ id: 'SlotList' })
export type SlotListJson = z.output<typeof slotListSchema>
