import type { Operation } from '@/lib/api/operation'
import { recordedRefundSchema, refundSchema, unavailableSchema } from '@/lib/api/schemas/return-action-schema'
import { AS_IT_IS, action, NUMBER, SPOKEN, VERSION_ONLY, WRITES } from './return-action'

/** What a return owes: reported, released, asked for again. */
export const RETURN_MONEY: readonly Operation[] = [
  {
    id: 'recordRefund',
    method: 'post',
    path: '/api/v1/returns/{number}/refunds',
    tag: 'Returns',
    summary: 'Report what was paid, charged or sent',
    description:
      'The answer to the webhook `return.refund_due`, and the way to tell what was done by hand. The same report twice is the same ' +
      'answer; more than is due is refused with what is. What had been withdrawn is taken down too: it has happened.',
    access: 'merchant',
    parameters: [NUMBER],
    shared: ['idempotencyKey'],
    body: {
      name: 'RefundBody',
      schema: refundSchema,
      description: 'Without `payment` and `amount`: all of the only refund that is due.',
      example: { payment: '019aa5c2-6a58-7c1e-9d3b-0f6f2f0b7a11', amount: 3110, reference: 're_3Nq' },
    },
    answers: {
      200: {
        description: 'The same was reported before.',
        schema: recordedRefundSchema,
        example: {
          payment: '019aa5c2-6a58-7c1e-9d3b-0f6f2f0b7a11',
          kind: 'refund',
          amount: 3110,
          reference: 're_3Nq',
          known: true,
          withdrawn: false,
        },
        headers: ['IdempotencyReplayed'],
      },
      201: {
        description: 'It is written down.',
        schema: recordedRefundSchema,
        example: {
          payment: '019aa5c2-6a58-7c1e-9d3b-0f6f2f0b7a11',
          kind: 'refund',
          amount: 3110,
          reference: 're_3Nq',
          known: false,
          withdrawn: false,
        },
        headers: ['IdempotencyReplayed'],
      },
    },
    problems: [...WRITES, 'not_found', 'conflict'],
  },
  action({
    id: 'releasePayments',
    path: 'release',
    summary: 'Pay now what a return owes',
    description:
      'Whatever it waits for: the shop’s list, a grade, an objection, the parcel. Deductions stay off.',
    body: VERSION_ONLY,
  }),
  {
    id: 'retryPayment',
    method: 'post',
    path: '/api/v1/returns/{number}/payments/{payment}/retry',
    tag: 'Returns',
    summary: 'Ask for a failed payment again',
    description: 'First what became of the earlier tries, since one may have gone through.',
    access: 'merchant',
    parameters: [
      NUMBER,
      { name: 'payment', description: 'The payment’s id.', example: '019aa5c2-6a58-7c1e-9d3b-0f6f2f0b7a11' },
    ],
    shared: [...SPOKEN, 'idempotencyKey'],
    answers: AS_IT_IS,
    problems: ['not_found', 'wrong_state'],
  },
  action({
    id: 'reportUnavailable',
    path: 'unavailable',
    summary: 'Say that an exchange can’t be sent',
    description: 'It is taken back, and the shopper chooses something else or the money.',
    body: {
      name: 'UnavailableBody',
      schema: unavailableSchema,
      description: 'Which item.',
      example: { key: '1' },
    },
    problems: ['conflict'],
  }),
]
