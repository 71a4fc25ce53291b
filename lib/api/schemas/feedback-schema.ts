import { z } from 'zod'
import { LOCALES } from '@/lib/i18n/locales'
import { RETURN_QUERY } from './return-query-schema'

const kind = z.enum(['stars', 'nps'])

/** What stands behind the `?` of a list of feedback. */
export const feedbackQuerySchema = z.strictObject({
  kind: kind.optional(),
  from: RETURN_QUERY.from,
  to: RETURN_QUERY.to,
  limit: RETURN_QUERY.limit,
  cursor: RETURN_QUERY.cursor,
  locale: z.string().optional(),
})

/** How it was, as shoppers said. */
export const feedbackListSchema = z
  .strictObject({
    feedback: z.array(
      z.strictObject({
        order: z.string(),
        kind,
        value: z.int().describe('`stars`: 1 to 5; `nps`: 0 to 10.'),
        comment: z.string().nullable().describe('Null: none, or erased.'),
        locale: z.enum(LOCALES).describe('The language that it was asked in.'),
        at: z.iso.datetime(),
      }),
    ),
    next: z.string().nullable().describe('The `cursor` of the next page; null: that was all.'),
  })
  .meta({ id: 'FeedbackList' })
export type FeedbackList = z.infer<typeof feedbackListSchema>
