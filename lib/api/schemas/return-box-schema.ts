import { z } from 'zod'
import { parcelSchema } from './parcel-schema'

const LABEL_STATES = ['none', 'due', 'issued', 'failed', 'voiding', 'voided'] as const

const labelSchema = z.strictObject({
  a4: z.url().nullable().describe('The label as PDF; null where there is nothing to print.'),
  a6: z.url().nullable(),
  code: z
    .strictObject({ svg: z.url(), png: z.url(), text: z.string().nullable() })
    .nullable()
    .describe('The code to show instead of a label; null where there is none.'),
})

/** A box of a return. */
export const returnBoxSchema = z
  .strictObject({
    box: z.int().describe('From 1.'),
    carrier: z.string().nullable(),
    carrierName: z.string().nullable(),
    number: z.string().nullable().describe('The parcel’s number; null where none is known.'),
    labelState: z
      .enum(LABEL_STATES)
      .describe(
        '`none`: no label is needed; `due`: it is being made; `failed`: the shop looks after it; `voided`: it is no longer valid.',
      ),
    label: labelSchema.nullable().describe('Null unless it can be used now.'),
    parcel: parcelSchema
      .nullable()
      .describe('Its way, like that of every parcel; null until somebody reports it.'),
  })
  .meta({ id: 'ReturnBox' })

export const merchantReturnBoxSchema = returnBoxSchema
  .extend({
    labelError: z.string().nullable(),
    provider: z.string().nullable(),
    reference: z.string().nullable().describe('The provider’s own id of the label.'),
    issuedAt: z.iso.datetime().nullable(),
    voidedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'MerchantReturnBox' })
