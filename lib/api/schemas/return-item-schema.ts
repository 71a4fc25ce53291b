import { z } from 'zod'
import { DISPOSITIONS, GRADES, OUTCOMES } from '@/lib/returns/vocabulary'
import { moneySchema } from './money-schema'

const photoSchema = z.strictObject({
  url: z.url().describe('Opens with the return’s link alone, like everything of it.'),
  width: z.int(),
  height: z.int(),
})

const contestSchema = z.strictObject({
  text: z.string().describe('What the shopper says.'),
  at: z.iso.datetime(),
  answer: z.string().nullable(),
  answeredAt: z.iso.datetime().nullable(),
})

const checkSchema = z.strictObject({
  at: z.iso.datetime(),
  grade: z.enum(GRADES),
  deduction: moneySchema
    .nullable()
    .describe('Null on a present’s link: it would tell the price; the reason says that there is one.'),
  deductionReason: z.string().nullable(),
  photos: z.array(photoSchema),
  contest: contestSchema.nullable().describe('The shopper’s objection to the deduction.'),
})

const itemWordsSchema = z.strictObject({
  reason: z.string(),
  subReason: z.string().nullable(),
  outcome: z.string(),
  grade: z.string().nullable(),
})

/** An item of a return, for its shopper. */
export const returnItemSchema = z
  .strictObject({
    key: z.string().describe('Names the item within its return.'),
    order: z.string().describe('The order’s number.'),
    line: z.string().describe('The shop’s id of the line.'),
    title: z.string(),
    variant: z.string().nullable(),
    sku: z.string().nullable(),
    image: z.url().nullable(),
    quantity: z.int(),
    reason: z.string().describe('The reason’s id in the shop’s policy.'),
    subReason: z.string().nullable(),
    comment: z.string().nullable(),
    photos: z.array(photoSchema),
    outcome: z.enum(OUTCOMES),
    exchange: z
      .strictObject({
        sku: z.string(),
        title: z.string(),
        variant: z.string().nullable(),
        price: moneySchema.nullable(),
      })
      .nullable()
      .describe('What is sent instead.'),
    box: z.int().describe('The box it travels in, from 1.'),
    paid: moneySchema
      .nullable()
      .describe('What was paid for these pieces; null in the return of a gift, which knows no prices.'),
    received: z.strictObject({ quantity: z.int(), at: z.iso.datetime() }).nullable(),
    check: checkSchema.nullable(),
    mayContest: z.boolean().describe('Whether the shopper may object to the deduction now.'),
    settledAt: z.iso.datetime().nullable(),
    words: itemWordsSchema,
  })
  .meta({ id: 'ReturnItem' })

/** The same for the merchant: where the item goes. */
export const merchantReturnItemSchema = returnItemSchema
  .extend({ disposition: z.enum(DISPOSITIONS).nullable() })
  .meta({ id: 'MerchantReturnItem' })
