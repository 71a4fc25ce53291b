import { z } from 'zod'

/** Webhooks to the merchant that nobody took. */
export const messageListSchema = z
  .strictObject({
    messages: z
      .array(
        z.strictObject({
          id: z.string(),
          type: z.string().describe('`return.refund_due`, …'),
          payload: z.record(z.string(), z.unknown()).describe('The webhook’s `data`.'),
          tries: z.int(),
          error: z.string().nullable().describe('Why the last try failed.'),
          createdAt: z.iso.datetime(),
        }),
      )
      .describe('The newest first, at most 200.'),
  })
  .meta({ id: 'MessageList' })
