import type { Operation } from '@/lib/api/operation'
import { messageListSchema } from '@/lib/api/schemas/message-schema'

const ID = '019aa5c2-6a58-7c1e-9d3b-0f6f2f0b7a11'

/** What was posted to the shop and not taken. */
export const MESSAGES: readonly Operation[] = [
  {
    id: 'listFailedMessages',
    method: 'get',
    path: '/api/v1/messages',
    tag: 'Webhooks',
    summary: 'Webhooks to the shop that nobody took',
    description: 'After three days of tries they are kept here.',
    access: 'merchant',
    parameters: [],
    answers: {
      200: {
        description: 'The messages.',
        schema: messageListSchema,
        example: {
          messages: [
            {
              id: ID,
              type: 'return.refund_due',
              payload: { number: 'R7K2-M4QX', amount: 3110 },
              tries: 10,
              error: 'http_500',
              createdAt: '2026-11-20T12:00:00.000Z',
            },
          ],
        },
      },
    },
    problems: [],
  },
  {
    id: 'resendMessage',
    method: 'post',
    path: '/api/v1/messages/{message}/resend',
    tag: 'Webhooks',
    summary: 'Post a failed message again',
    description: 'Under its old id, as often as a new one.',
    access: 'merchant',
    parameters: [{ name: 'message', description: 'The message’s id.', example: ID }],
    shared: ['idempotencyKey'],
    answers: { 202: { description: 'It is on its way.', headers: ['IdempotencyReplayed'] } },
    problems: ['not_found'],
  },
]
