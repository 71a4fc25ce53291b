import { z } from 'zod'
import { returnMethodSchema } from './return-options-schema'
import { returnSumSchema } from './return-sum-schema'

/** What a return would come to, before it is sent. */
export const returnQuoteSchema = z
  .strictObject({
    sum: returnSumSchema,
    seen: z.string().describe('Names this sum: send it along, so that what is confirmed is what was seen.'),
    methods: z.array(returnMethodSchema).describe('What these items can travel by together.'),
    approval: z.enum(['automatic', 'review']).describe('`review`: a person looks at it first.'),
    review: z.array(z.string()).describe('Why, in words.'),
    refusals: z
      .array(z.strictObject({ pointer: z.string(), text: z.string() }))
      .describe('Why it can’t be sent as chosen; none: it can.'),
    missing: z
      .array(z.strictObject({ pointer: z.string(), code: z.string(), detail: z.string() }))
      .describe('What is still to be answered before it can be sent: a method, photos.'),
  })
  .meta({ id: 'ReturnQuote' })

/** What a shopper hears of a return that was sent. */
export const openedReturnSchema = z
  .strictObject({
    number: z.string(),
    token: z.string().describe('Opens the return; it is a secret.'),
    links: z.strictObject({ page: z.url(), json: z.url() }),
  })
  .meta({ id: 'OpenedReturn' })
