import { z } from 'zod'
import { parcelSchema } from './parcel-schema'
import { scanSchema } from './scan-schema'

const rawSchema = z.strictObject({
  provider: z.string(),
  status: z.string().nullable(),
  substatus: z.string().nullable(),
  code: z.string().nullable(),
  time: z.string().nullable(),
})

const deliverySchema = z.strictObject({
  id: z.uuid(),
  provider: z.string(),
  state: z.enum(['received', 'processed', 'ignored', 'unreadable', 'failed', 'erased']),
  attempts: z.int(),
  error: z.string().nullable(),
  receivedAt: z.iso.datetime(),
  processedAt: z.iso.datetime().nullable(),
})

/** A parcel as its merchant sees it: with the providers' own codes and deliveries. */
export const shipmentSchema = parcelSchema
  .omit({ scans: true })
  .extend({
    generation: z.int().describe('Carriers use numbers again: 1 is a number’s first parcel.'),
    orders: z.array(z.string()).describe('Numbers of the orders it belongs to.'),
    scans: z
      .array(
        scanSchema
          .extend({ raw: z.array(rawSchema).describe('What each provider called it.') })
          .meta({ id: 'RawScan' }),
      )
      .describe('Newest first.'),
    inbox: z
      .array(deliverySchema)
      .describe('The webhook deliveries that told of it, newest first, at most 50.'),
  })
  .meta({ id: 'Shipment' })
