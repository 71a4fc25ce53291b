import { z } from 'zod'

/** Money with its words. */
export const moneySchema = z
  .strictObject({
    amount: z.int().describe('Minor units.'),
    text: z.string().describe('In the asked language, with its currency.'),
  })
  .meta({ id: 'Money' })
