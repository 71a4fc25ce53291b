import { z } from 'zod'
import { moneySchema } from './money-schema'

/** What a return comes to, to the cent. */
export const returnSumSchema = z
  .strictObject({
    refund: moneySchema.describe('To the means of payment.'),
    credit: moneySchema.describe('As store credit, bonus included.'),
    bonus: moneySchema.describe('Of the credit the shop’s bonus.'),
    pay: moneySchema.describe('What the shopper still has to pay.'),
    tax: moneySchema.describe('Tax within the refund and the credit without its bonus.'),
    moneyBy: z.iso
      .date()
      .nullable()
      .describe('The latest day on which the money is sent, if everything goes its usual way.'),
    lines: z
      .array(
        z.strictObject({
          kind: z.enum(['item', 'exchange', 'shipping', 'bonus', 'fee', 'method']),
          text: z.string(),
          money: moneySchema.describe('Negative: it is deducted, or to be paid.'),
          item: z.string().nullable().describe('The item’s key, where it is of one item.'),
        }),
      )
      .describe('How the sum comes about; together they are refund and credit less what is to be paid.'),
  })
  .meta({ id: 'ReturnSum' })
