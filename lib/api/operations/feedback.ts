import type { Operation } from '@/lib/api/operation'
import { feedbackListSchema, feedbackQuerySchema } from '@/lib/api/schemas/feedback-schema'

const { kind, from, to, limit, cursor } = feedbackQuerySchema.shape

/** What shoppers said. */
export const FEEDBACK: readonly Operation[] = [
  {
    id: 'listFeedback',
    method: 'get',
    path: '/api/v1/feedback',
    tag: 'Slots',
    summary: 'What shoppers said of their orders',
    description: 'The newest first, a page at a time. An order is asked once, after its last parcel arrived.',
    access: 'merchant',
    parameters: [],
    query: [
      { name: 'kind', description: 'How it was asked.', schema: kind, example: 'stars' },
      {
        name: 'from',
        description: 'Said at or after: a day (UTC) or an instant.',
        schema: from,
        example: '2026-11-01',
      },
      { name: 'to', description: 'Said before: a day (UTC) or an instant.', schema: to },
      { name: 'limit', description: 'How many, at most 100.', schema: limit },
      { name: 'cursor', description: '`next` of the page before.', schema: cursor },
    ],
    answers: {
      200: {
        description: 'A page of answers.',
        schema: feedbackListSchema,
        example: {
          feedback: [
            {
              order: 'AG-1001',
              kind: 'stars',
              value: 5,
              comment: 'Schnell und gut verpackt.',
              locale: 'de',
              at: '2026-11-23T17:04:11.000Z',
            },
          ],
          next: null,
        },
      },
    },
    problems: ['invalid_query'],
  },
]
