import type { Operation } from '@/lib/api/operation'
import { merchantReturnSchema, returnListSchema } from '@/lib/api/schemas/merchant-return-schema'
import { openReturnSchema } from '@/lib/api/schemas/return-action-schema'
import { RETURN_QUERY } from '@/lib/api/schemas/return-query-schema'
import { NUMBER, SPOKEN, WRITES } from './return-action'
import { EXAMPLE_MERCHANT_RETURN, EXAMPLE_REQUEST, EXAMPLE_SUMMARY } from './return-examples'

/** What a shop reads of its returns, and how it opens one. */
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
]
