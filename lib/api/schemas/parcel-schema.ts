import { z } from 'zod'
import { scanSchema, statusCodeSchema } from './scan-schema'

const day = (text: string) => z.iso.date().describe(text)

const windowSchema = z.strictObject({
  earliest: day('First promised day at the destination.'),
  latest: day('Last promised day.'),
  likely: z.iso.date().nullable(),
  from: z.string().nullable().describe('Local clock, `HH:mm`, where the carrier names hours.'),
  to: z.string().nullable(),
  source: z.enum(['carrier', 'provider', 'shop']),
  original: z.strictObject({ earliest: day('As first promised.'), latest: day('As first promised.') }),
})

const pickupSchema = z.strictObject({
  name: z.string().nullable(),
  address: z.string().nullable(),
  lastDay: z.iso.date().nullable().describe('The last day to collect.'),
  hours: z
    .array(z.string())
    .readonly()
    .optional()
    .describe('When it is open, a line each, where the carrier says.'),
})

const progressSchema = z.strictObject({
  steps: z.array(z.string()).readonly(),
  current: z.int().describe('Index of the present step.'),
  stopped: z.boolean().describe('The way is interrupted at this step.'),
})

const labelsSchema = z
  .strictObject({
    progress: z.string(),
    pickup: z.string(),
    items: z.string(),
    rest: z.string(),
    history: z.string(),
  })
  .describe('What stands over its parts.')

const wordsSchema = z
  .strictObject({
    title: z.string().describe('The headline: the window in words, or the state.'),
    meaning: z.string().describe('What it means.'),
    next: z.string().describe('What happens next.'),
    action: z.string().describe('What the customer can do.'),
    steps: z.array(z.string()).describe('The steps of its progress, by name, in their order.'),
    scans: z
      .array(z.string().nullable())
      .describe(
        'The state that each scan stands for, in the order of the scans; null where the carrier’s code is unknown.',
      ),
    labels: labelsSchema,
  })
  .meta({ id: 'ParcelWords', description: 'The parcel in words, in the language that was asked for.' })

/** A parcel as shoppers may see it. */
export const parcelSchema = z
  .strictObject({
    carrier: z.string().describe('Slug of the carrier: `dhl`, `ups`, …'),
    carrierName: z.string(),
    number: z.string(),
    direction: z.enum(['outbound', 'inbound']),
    status: statusCodeSchema,
    attention: z.enum(['action', 'warn', 'critical']).nullable(),
    window: windowSchema
      .nullable()
      .describe('The promise; null where there is none, or none that still holds.'),
    lateSince: z.iso.date().nullable().describe('The last promised day, when it passed without a delivery.'),
    silentHours: z
      .int()
      .nullable()
      .describe('Whole hours since the newest scan, when that is longer than usual.'),
    pickup: pickupSchema.nullable(),
    signedBy: z.string().nullable(),
    progress: progressSchema,
    final: z.boolean().describe('No further scan is expected.'),
    updatedAt: z.iso.datetime(),
    words: wordsSchema,
    scans: z.array(scanSchema).describe('Newest first.'),
  })
  .meta({ id: 'Parcel' })
