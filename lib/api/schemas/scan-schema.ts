import { z } from 'zod'
import { STATUS_CODES } from '@/lib/parcels/status'

export const statusCodeSchema = z.enum(STATUS_CODES).meta({
  id: 'StatusCode',
  description: 'One of 83 states, written `status.sub`. Names are stable; new ones may come.',
  example: 'out_for_delivery.on_vehicle',
})

/** One line of a parcel's history. */
export const scanSchema = z
  .strictObject({
    at: z.iso.datetime().nullable().describe('UTC; null where the carrier’s zone is unknown.'),
    localTime: z
      .string()
      .nullable()
      .describe('The clock on the carrier’s wall, `YYYY-MM-DD` or `YYYY-MM-DDTHH:mm:ss`.'),
    zoneKnown: z.boolean(),
    status: statusCodeSchema.nullable().describe('Null where the carrier’s code is unknown.'),
    text: z.string().nullable().describe('The carrier’s own words.'),
    place: z.string().nullable(),
  })
  .meta({ id: 'Scan' })
