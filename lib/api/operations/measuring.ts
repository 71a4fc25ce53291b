import type { Operation } from '@/lib/api/operation'
import { resultsQuerySchema, slotResultsSchema } from '@/lib/api/schemas/measuring-schema'

/** What slots brought. */
export const MEASURING: readonly Operation[] = [
  {
    id: 'readSlotResults',
    method: 'get',
    path: '/api/v1/slots/{slot}/results',
    tag: 'Measuring',
    summary: 'What a slot brought',
    description:
      'Views and clicks are sums by day and variant; orders come from their `sourceToken`. No cookie and no identifier stands ' +
      'behind them. Variants are compared by clicks with the first by name, three views taken for one shopper’s, and while the ' +
      'counts can’t tell, the verdict is `not_enough_data`. A slot that nobody has seen has no variants.',
    access: 'merchant',
    parameters: [{ name: 'slot', description: 'The slot’s name.', example: 'cross-sell' }],
    query: [
      {
        name: 'since',
        description: 'The first day that counts, in the shop’s zone.',
        schema: resultsQuerySchema.shape.since,
        example: '2026-11-01',
      },
    ],
    answers: {
      200: {
        description: 'By variant.',
        schema: slotResultsSchema,
        example: {
          slot: 'cross-sell',
          since: '2026-11-01',
          variants: [
            {
              variant: 'a',
              views: 9120,
              clicks: 401,
              orders: 31,
              value: { EUR: 214_800 },
              clickShare: { low: 0.0373, value: 0.044, high: 0.0518 },
              difference: null,
              verdict: null,
              stopped: null,
            },
          ],
        },
      },
    },
    problems: ['invalid_query'],
  },
]
