import { z } from 'zod'
import { LOCALES } from '@/lib/i18n/locales'
import { PLACEMENTS } from './placement'
import { targetingSchema } from './targeting-rule'

const NAME = '[a-z0-9](?:[a-z0-9-]*[a-z0-9])?'
const name = (most: number) =>
  z
    .string()
    .max(most)
    .regex(new RegExp(`^${NAME}$`))

/** A part of the API's own address below `/api/v1/slots`. */
const RESERVED = 'preview'

/** What a placed slot is called by its shop: in addresses, in counts, in the page's element ids. */
export const placedSlotIdSchema = name(60).refine((id) => id !== RESERVED, 'is taken')

/** Overrides of single settings. */
const settingsSchema = z.record(z.string().max(60), z.unknown())

const variantSchema = z.strictObject({
  id: name(20),
  /** Beside the other variants': 1 and 1 are halves. */
  share: z.number().positive().max(1000),
  settings: settingsSchema.default({}),
  translations: z.partialRecord(z.enum(LOCALES), settingsSchema).default({}),
})
export type SlotVariant = z.infer<typeof variantSchema>

const instant = z.iso.datetime({ offset: true }).nullable().default(null)

const scheduleSchema = z
  .strictObject({
    /** Null: at once. */
    from: instant,
    /** No longer at this instant; null: for good. */
    until: instant,
  })
  .refine(
    ({ from, until }) => from === null || until === null || Date.parse(from) < Date.parse(until),
    'ends before it begins',
  )

/** A share of a variant's orders more than of the first's: 0.02 is two in a hundred. */
const limit = z.number().min(0.001).max(1)

/** A slot as its shop has placed it. */
export const placedSlotSchema = z.strictObject({
  /** Which kind it is: a name in the registry. */
  slot: z.string().min(1).max(60),
  placement: z.enum(PLACEMENTS),
  enabled: z.boolean().default(true),
  /** The higher one stands first, and stands where not all may; those that are equal go by their ids. */
  priority: z.int().min(-1000).max(1000).default(0),
  /** In the shop's default language. */
  settings: settingsSchema.default({}),
  /** Single settings in other languages. */
  translations: z.partialRecord(z.enum(LOCALES), settingsSchema).default({}),
  schedule: scheduleSchema.default({ from: null, until: null }),
  targeting: targetingSchema.default({}),
  /** A marketing slot stands where fewer than so many stand already. */
  caps: z
    .strictObject({
      page: z.int().min(1).max(20).default(3),
      placement: z.int().min(1).max(20).default(1),
    })
    .default({ page: 3, placement: 1 }),
  /** Wordings that are tried against each other; the first is what everybody got before. */
  variants: z
    .array(variantSchema)
    .max(6)
    // Results compare with the first by name: so it is the first here, too.
    .refine(
      (variants) => variants.every(({ id }, index) => index === 0 || (variants[index - 1]?.id ?? '') < id),
      'stand in the order of their ids, each once',
    )
    .default([]),
  /** When a variant does so much more harm than the first, it stops by itself. */
  harmLimits: z
    .strictObject({ returns: limit.default(0.05), complaints: limit.default(0.02) })
    .default({ returns: 0.05, complaints: 0.02 }),
})
export type PlacedSlotBody = z.infer<typeof placedSlotSchema>

/** With the name that its shop gave it. */
export type PlacedSlot = PlacedSlotBody & { id: string }
