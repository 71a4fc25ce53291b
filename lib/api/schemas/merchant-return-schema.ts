import { z } from 'zod'
import { ACTORS, EXCHANGE_SHIPPING, OUTCOMES, REFUND_TRIGGERS } from '@/lib/returns/vocabulary'
import { moneySchema } from './money-schema'
import { merchantReturnBoxSchema } from './return-box-schema'
import { merchantReturnItemSchema } from './return-item-schema'
import { groundSchema, returnSchema, returnStateSchema } from './return-schema'
import { returnSumSchema } from './return-sum-schema'

const returnNeedSchema = z.enum(['review', 'check', 'money', 'answer']).meta({
  id: 'ReturnNeed',
  description:
    'What a person has to do: let it through, look at the goods, see to its money, answer an objection.',
})

const ordersSchema = z.array(
  z.strictObject({
    number: z.string(),
    placedAt: z.iso.datetime(),
    customerName: z.string().nullable(),
  }),
)

const paymentSchema = z
  .strictObject({
    id: z.string(),
    kind: z.enum(['refund', 'credit', 'exchange', 'charge']),
    occurrence: z.string(),
    order: z.string(),
    money: moneySchema,
    state: z
      .enum(['due', 'asked', 'waiting', 'sent', 'failed', 'withdrawn'])
      .describe(
        '`asked`: whoever moves it was asked, the answer isn’t known yet; `waiting`: they answer later; `failed`: see to it; `withdrawn`: it is owed no longer, a report of it is taken all the same.',
      ),
    backend: z.string(),
    reference: z.string().nullable(),
    error: z.string().nullable(),
    sentAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'ReturnPayment' })

const traceSchema = z.strictObject({
  rule: z.string().nullable().describe('The rule’s id; null: the policy’s own basics.'),
  effect: z.string(),
  text: z.string(),
  overruledBy: z.string().nullable().describe('The rule that wins over this one; null: this holds.'),
})

const decisionSchema = z
  .strictObject({
    policyVersion: z.int(),
    approval: z.enum(['automatic', 'review']),
    review: z.array(z.string()),
    lines: z.array(
      z.strictObject({
        order: z.string(),
        line: z.string(),
        refusal: z.string().nullable(),
        trace: z.array(traceSchema),
      }),
    ),
  })
  .describe('What the policy said when it was sent, and why.')

const logSchema = z
  .strictObject({
    version: z.int(),
    at: z.iso.datetime(),
    actor: z.enum(ACTORS),
    actorName: z.string().nullable(),
    event: z.string(),
    from: returnStateSchema.nullable(),
    to: returnStateSchema,
    reason: z.string().nullable(),
    data: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'ReturnLogEntry' })

/** A return whole, as its merchant reads it. */
export const merchantReturnSchema = returnSchema
  .omit({ items: true, boxes: true, payments: true, sum: true, orders: true })
  .extend({
    needs: z.array(returnNeedSchema),
    orders: ordersSchema,
    email: z.string().nullable().describe('Where a gift’s receiver can be written to.'),
    items: z.array(merchantReturnItemSchema),
    boxes: z.array(merchantReturnBoxSchema),
    sum: returnSumSchema.describe('As it was confirmed; what a check deducts stands beside its item.'),
    payments: z.array(paymentSchema),
    destination: z.string(),
    refundTrigger: z.enum(REFUND_TRIGGERS),
    shipExchange: z.enum(EXCHANGE_SHIPPING),
    decision: decisionSchema,
    log: z.array(logSchema).describe('Everything that happened to it, the oldest first.'),
  })
  .meta({ id: 'MerchantReturn' })

const summarySchema = z
  .strictObject({
    number: z.string(),
    ground: groundSchema,
    state: returnStateSchema,
    version: z.int(),
    gift: z.boolean(),
    needs: z.array(returnNeedSchema),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    orders: ordersSchema,
    items: z.array(
      z.strictObject({
        title: z.string(),
        variant: z.string().nullable(),
        quantity: z.int(),
        outcome: z.enum(OUTCOMES),
      }),
    ),
    refund: moneySchema,
    credit: moneySchema,
    pay: moneySchema,
    words: z.strictObject({ state: z.string().describe('Where it stands, in the asked language.') }),
  })
  .meta({ id: 'ReturnSummary' })

export const returnListSchema = z
  .strictObject({
    returns: z.array(summarySchema).describe('The newest first.'),
    next: z.string().nullable().describe('The `cursor` of the next page; null: this is the last one.'),
  })
  .meta({ id: 'ReturnList' })
