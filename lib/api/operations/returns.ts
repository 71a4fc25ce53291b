import type { z } from 'zod'
import type { Operation } from '@/lib/api/operation'
import { merchantReturnSchema, returnListSchema } from '@/lib/api/schemas/merchant-return-schema'
import {
  answerContestSchema,
  approveSchema,
  cancelSchema,
  checkSchema,
  noteSchema,
  openReturnSchema,
  receiveSchema,
  recordedRefundSchema,
  refundSchema,
  rejectSchema,
  unavailableSchema,
} from '@/lib/api/schemas/return-action-schema'
import { RETURN_QUERY } from '@/lib/api/schemas/return-query-schema'
import type { ErrorCode } from '@/lib/core/error-codes'
import { EXAMPLE_MERCHANT_RETURN, EXAMPLE_REQUEST, EXAMPLE_SUMMARY } from './return-examples'

const NUMBER = {
  name: 'number',
  description: 'The return’s number, however it is written.',
  example: 'R7K2-M4QX',
} as const
const SPOKEN = ['locale', 'acceptLanguage'] as const
const WRITES = ['not_json', 'too_large', 'invalid_body'] as const

const AS_IT_IS = {
  200: {
    description: 'The return as it is now.',
    schema: merchantReturnSchema,
    example: EXAMPLE_MERCHANT_RETURN,
    headers: ['IdempotencyReplayed'],
  },
} as const

type Action = {
  id: string
  /** Below the return's own address. */
  path: string
  summary: string
  description: string
  body: { name: string; schema: z.ZodType; description: string; example: unknown }
  warehouse?: true
  problems?: readonly ErrorCode[]
}

/** Something that is done to a return: answered by the return as it is then. */
const action = ({ path, problems = [], ...more }: Action): Operation => ({
  method: 'post',
  path: `/api/v1/returns/{number}/${path}`,
  tag: 'Returns',
  access: 'merchant',
  parameters: [NUMBER],
  shared: [...SPOKEN, 'idempotencyKey'],
  answers: AS_IT_IS,
  problems: [...WRITES, 'not_found', 'stale', 'wrong_state', ...problems],
  ...more,
})

const VERSION_ONLY = {
  name: 'VersionBody',
  schema: approveSchema,
  description: 'May name the version that was seen.',
  example: { version: 2 },
} as const

/** What a shop reads and does of its returns. */
export const RETURNS: readonly Operation[] = [
  {
    id: 'listReturns',
    method: 'get',
    path: '/api/v1/returns',
    tag: 'Returns',
    summary: 'The shop’s returns',
    description: 'The newest first, a page at a time: `next` is the `cursor` of the next one.',
    access: 'merchant',
    warehouse: true,
    parameters: [],
    query: [
      {
        name: 'state',
        description: 'One or several, separated by commas.',
        schema: RETURN_QUERY.state,
        example: 'needs_review,received',
      },
      { name: 'ground', description: 'Why a return may be.', schema: RETURN_QUERY.ground },
      {
        name: 'needs',
        description:
          'What a person has to do: `review` lets through, `check` looks at goods, `money` sees to payments, `answer` answers an objection.',
        schema: RETURN_QUERY.needs,
      },
      {
        name: 'order',
        description: 'The number of an order.',
        schema: RETURN_QUERY.order,
        example: 'AG-1001',
      },
      {
        name: 'q',
        description: 'A number, a part of a customer’s name, or their whole e-mail address.',
        schema: RETURN_QUERY.q,
      },
      {
        name: 'from',
        description: 'Asked for at or after: a day (UTC) or an instant.',
        schema: RETURN_QUERY.from,
        example: '2026-11-01',
      },
      { name: 'to', description: 'Asked for before: a day (UTC) or an instant.', schema: RETURN_QUERY.to },
      { name: 'limit', description: 'How many, at most 100.', schema: RETURN_QUERY.limit },
      { name: 'cursor', description: '`next` of the page before.', schema: RETURN_QUERY.cursor },
    ],
    shared: SPOKEN,
    answers: {
      200: {
        description: 'A page of returns.',
        schema: returnListSchema,
        example: { returns: [EXAMPLE_SUMMARY], next: null },
      },
    },
    problems: ['invalid_query'],
  },
  {
    id: 'openReturnForShopper',
    method: 'post',
    path: '/api/v1/returns',
    tag: 'Returns',
    summary: 'Open a return for a shopper',
    description: 'By the rules that hold for the shopper; the log says that the shop asked.',
    access: 'merchant',
    parameters: [],
    shared: [...SPOKEN, 'idempotencyKey'],
    body: {
      name: 'OpenReturnBody',
      schema: openReturnSchema,
      description: 'At most 15,000,000 bytes with photos.',
      example: { order: 'AG-1001', items: EXAMPLE_REQUEST.items, method: EXAMPLE_REQUEST.method },
    },
    answers: {
      201: {
        description: 'The return.',
        schema: merchantReturnSchema,
        example: EXAMPLE_MERCHANT_RETURN,
        headers: ['Location', 'IdempotencyReplayed'],
      },
    },
    problems: [...WRITES, 'not_found'],
  },
  {
    id: 'readReturn',
    method: 'get',
    path: '/api/v1/returns/{number}',
    tag: 'Returns',
    summary: 'One return',
    description: 'Whole: items with what was found, boxes, payments, the policy’s explanation and the log.',
    access: 'merchant',
    warehouse: true,
    parameters: [NUMBER],
    shared: SPOKEN,
    answers: {
      200: { description: 'The return.', schema: merchantReturnSchema, example: EXAMPLE_MERCHANT_RETURN },
    },
    problems: ['not_found'],
  },
  action({
    id: 'approveReturn',
    path: 'approve',
    summary: 'Let a return through',
    description: 'Labels are made, and what an exchange asks for leaves when its time has come.',
    body: VERSION_ONLY,
  }),
  action({
    id: 'rejectReturn',
    path: 'reject',
    summary: 'Turn a return down',
    description: 'The shopper reads the reason.',
    body: {
      name: 'RejectBody',
      schema: rejectSchema,
      description: 'Why.',
      example: { version: 2, reason: 'The seal of the bottle is broken.', note: 'Third time this year.' },
    },
  }),
  action({
    id: 'cancelReturn',
    path: 'cancel',
    summary: 'Call a return off',
    description: 'While no carrier has it.',
    body: {
      name: 'CancelBody',
      schema: cancelSchema,
      description: 'Why, if somebody asks.',
      example: { reason: 'As agreed on the telephone.' },
    },
  }),
  action({
    id: 'receiveReturn',
    path: 'receive',
    summary: 'Note what has come back',
    description:
      'Some items, a box, or with neither everything. Received is a return once all of it is there, or nothing more will come.',
    warehouse: true,
    body: {
      name: 'ReceiveBody',
      schema: receiveSchema,
      description: 'What came; quantities count all deliveries together.',
      example: { items: [{ key: '1', quantity: 1 }] },
    },
    problems: ['conflict'],
  }),
  action({
    id: 'checkReturn',
    path: 'check',
    summary: 'Note what was found',
    description:
      'Grade, where it goes, a photo and a deduction with its reason, all of which but the second the shopper sees. All of the items, or ' +
      'none where one can’t stand; with the last one the return is checked. At most 15,000,000 bytes.',
    warehouse: true,
    body: {
      name: 'CheckBody',
      schema: checkSchema,
      description: 'One or several items.',
      example: {
        items: [
          {
            key: '1',
            grade: 'worn',
            disposition: 'second_hand',
            deduction: { amount: 500, reason: 'Soles are worn.' },
          },
        ],
      },
    },
    problems: ['conflict'],
  }),
  {
    id: 'recordRefund',
    method: 'post',
    path: '/api/v1/returns/{number}/refunds',
    tag: 'Returns',
    summary: 'Report what was paid, charged or sent',
    description:
      'The answer to the webhook `return.refund_due`, and the way to tell what was done by hand. The same report twice is the same ' +
      'answer; more than is due is refused with what is.',
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
    id: 'noteReturn',
    path: 'notes',
    summary: 'Write a note',
    description: 'Into the log, for the shop’s own eyes.',
    body: {
      name: 'NoteBody',
      schema: noteSchema,
      description: 'The text.',
      example: { text: 'Called, no answer.' },
    },
  }),
  action({
    id: 'answerContest',
    path: 'contests',
    summary: 'Answer an objection',
    description: 'Where the deduction gets smaller, the rest is owed.',
    body: {
      name: 'AnswerContestBody',
      schema: answerContestSchema,
      description: 'The shopper reads the answer.',
      example: { key: '1', answer: 'You are right, we keep nothing back.', deduction: 0 },
    },
    problems: ['conflict'],
  }),
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
