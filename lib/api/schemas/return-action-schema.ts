import { z } from 'zod'
import { DISPOSITIONS, GRADES, OUTCOMES } from '@/lib/returns/vocabulary'
import { quoteRequestSchema, RETURN_WAY } from './return-request-schema'

const version = z
  .int()
  .nullish()
  .describe('The version that was seen: where it has changed since, nothing happens (409 `stale`).')
const said = (text: string) => z.string().trim().min(1).max(2000).describe(text)
const key = z.string().max(20).describe('The item’s key.')

export const approveSchema = z.strictObject({ version })

export const rejectSchema = z.strictObject({
  version,
  reason: said('Why, in words for the shopper.'),
  note: said('For the shop’s own eyes.').nullish(),
})

export const cancelSchema = z.strictObject({ version, reason: said('Why; the shopper reads it.').nullish() })

export const noteSchema = z.strictObject({ version, text: said('For the shop’s own eyes.') })

export const receiveSchema = z.strictObject({
  version,
  items: z
    .array(z.strictObject({ key, quantity: z.int().min(0).describe('How many are there, all in all.') }))
    .min(1)
    .max(250)
    .nullish()
    .describe('What came; left out: everything, or all of `box`.'),
  box: z.int().min(1).nullish(),
  complete: z.boolean().default(false).describe('Nothing more will come, whatever is missing.'),
})

export const checkSchema = z.strictObject({
  version,
  items: z
    .array(
      z.strictObject({
        key,
        grade: z.enum(GRADES),
        disposition: z.enum(DISPOSITIONS).nullish().describe('Where it goes.'),
        deduction: z
          .strictObject({ amount: z.int().min(0), reason: said('Why, in words for the shopper.') })
          .nullish()
          .describe('What is kept back, in minor units.'),
        photo: z
          .base64()
          .max(14_000_000)
          .nullish()
          .describe('JPEG, PNG or WebP in base64; the shopper sees it.'),
      }),
    )
    .min(1)
    .max(250),
})

export const answerContestSchema = z.strictObject({
  version,
  key,
  answer: said('In words for the shopper.'),
  deduction: z.int().min(0).nullish().describe('What is kept back after all; left out: as much as before.'),
})

export const refundSchema = z.strictObject({
  payment: z
    .string()
    .max(100)
    .nullish()
    .describe('The payment’s id, as the webhook named it; left out: by kind and order.'),
  kind: z.enum(['refund', 'credit', 'exchange', 'charge']).default('refund'),
  order: z
    .string()
    .max(100)
    .nullish()
    .describe('The order’s number; left out: the only one that is owed for.'),
  amount: z.int().min(0).nullish().describe('Minor units; left out: all of it. Money may go in parts.'),
  reference: z.string().max(200).nullish().describe('The shop’s own id of it.'),
  sentAt: z.iso
    .datetime({ offset: true })
    .transform((text) => new Date(text))
    .nullish()
    .describe('Left out: now.'),
  code: z.string().max(200).nullish().describe('A store credit’s code, for the shopper; kept sealed.'),
})

export const recordedRefundSchema = z
  .strictObject({
    payment: z.string(),
    kind: z.enum(['refund', 'credit', 'exchange', 'charge']),
    amount: z.int(),
    reference: z.string().nullable(),
    known: z.boolean().describe('Whether the same was reported before.'),
    withdrawn: z
      .boolean()
      .describe('Whether it was sent although it had been withdrawn: it wasn’t owed any longer.'),
  })
  .meta({ id: 'RecordedRefund' })

export const unavailableSchema = z.strictObject({ key })

export const shopperCancelSchema = z.strictObject({ version })

export const contestSchema = z.strictObject({ version, key, text: said('What the shopper says.') })

export const openReturnSchema = quoteRequestSchema
  .extend({
    order: z.string().max(100).describe('The order’s number.'),
    locale: z.string().max(20).nullish().describe('The shopper’s language; left out: the order’s.'),
  })
  .describe('The same as a shopper sends, without a sum that was seen.')

export const changeMethodSchema = z.strictObject({
  version,
  method: z.string().max(64).describe('The id of a way that the return may take.'),
  ...RETURN_WAY,
})

export const changeExchangeSchema = z.strictObject({
  version,
  key,
  outcome: z.enum(OUTCOMES),
  sku: z.string().max(200).nullish().describe('What an exchange sends.'),
})

export const provenSchema = z
  .strictObject({ token: z.string().describe('Opens the order, and may act.') })
  .meta({ id: 'ProvenOrder' })

export const proofSchema = z.strictObject({ email: z.string().max(320).describe('The order’s address.') })
