import type { Operation } from '@/lib/api/operation'
import {
  changeExchangeSchema,
  changeMethodSchema,
  contestSchema,
  shopperCancelSchema,
} from '@/lib/api/schemas/return-action-schema'
import { returnSchema } from '@/lib/api/schemas/return-schema'
import { EXAMPLE_RETURN } from './return-examples'
import { SPOKEN, UNCHANGED, WRITES } from './shopper-parts'

const RETURN = [
  {
    name: 'token',
    description: 'The return’s own, from the answer to sending it; it is a secret.',
    example: 'k7f2q9.pX3nT0c8vYw1mJ5bRzL6aQ',
  },
  { name: 'number', description: 'The return’s number.', example: 'R7K2-M4QX' },
] as const
/** What shoppers read and do of a return that was sent. */
export const SENT_RETURNS: readonly Operation[] = [
  {
    id: 'followReturn',
    method: 'get',
    path: '/api/v1/r/{token}/{number}',
    tag: 'Shoppers',
    summary: 'A return, by its link',
    description:
      'Where it stands in words, its boxes with labels and the way of each, what was found, the money and its day counter. Ask again ' +
      'with `If-None-Match`: an unchanged return is answered by 304.',
    access: 'shopper',
    parameters: RETURN,
    shared: [...SPOKEN, 'ifNoneMatch'],
    answers: {
      200: { description: 'The return.', schema: returnSchema, example: EXAMPLE_RETURN, headers: ['ETag'] },
      304: UNCHANGED,
    },
    problems: ['not_found'],
  },
  {
    id: 'cancelOwnReturn',
    method: 'post',
    path: '/api/v1/r/{token}/{number}/cancel',
    tag: 'Shoppers',
    summary: 'Call a return off',
    description: 'While no carrier has it. Its labels are voided, and what was set aside is free again.',
    access: 'shopper',
    parameters: RETURN,
    shared: [...SPOKEN, 'idempotencyKey'],
    body: {
      name: 'OwnCancelBody',
      schema: shopperCancelSchema,
      description: 'May name the version that was seen.',
      example: { version: 3 },
    },
    answers: {
      200: {
        description: 'The return as it is now.',
        schema: returnSchema,
        example: { ...EXAMPLE_RETURN, state: 'cancelled' },
        headers: ['ETag', 'IdempotencyReplayed'],
      },
    },
    problems: [...WRITES, 'stale', 'wrong_state'],
  },
  {
    id: 'changeReturnMethod',
    method: 'post',
    path: '/api/v1/r/{token}/{number}/method',
    tag: 'Shoppers',
    summary: 'Send it another way',
    description:
      'While nothing was scanned: labels are given back, new ones are made, and the price of the way is in the new sum. Also how the ' +
      'number of a parcel of one’s own is told later.',
    access: 'shopper',
    parameters: RETURN,
    shared: [...SPOKEN, 'idempotencyKey'],
    body: {
      name: 'ChangeMethodBody',
      schema: changeMethodSchema,
      description: 'The way, with what it asks for.',
      example: { method: 'own', own: [{ box: 1, carrier: 'gls', number: 'ZR8FW7HV12' }] },
    },
    answers: {
      200: {
        description: 'The return as it is now.',
        schema: returnSchema,
        example: EXAMPLE_RETURN,
        headers: ['ETag', 'IdempotencyReplayed'],
      },
    },
    problems: [...WRITES, 'stale', 'wrong_state'],
  },
  {
    id: 'changeExchange',
    method: 'post',
    path: '/api/v1/r/{token}/{number}/exchange',
    tag: 'Shoppers',
    summary: 'Choose something else instead',
    description:
      'Another variant or product, or the money where it may be had, and always where what was chosen has run out.',
    access: 'shopper',
    parameters: RETURN,
    shared: [...SPOKEN, 'idempotencyKey'],
    body: {
      name: 'ChangeExchangeBody',
      schema: changeExchangeSchema,
      description: 'What is wanted for an item.',
      example: { key: '1', outcome: 'refund' },
    },
    answers: {
      200: {
        description: 'The return as it is now.',
        schema: returnSchema,
        example: EXAMPLE_RETURN,
        headers: ['ETag', 'IdempotencyReplayed'],
      },
    },
    problems: [...WRITES, 'stale', 'wrong_state', 'conflict'],
  },
  {
    id: 'contestDeduction',
    method: 'post',
    path: '/api/v1/r/{token}/{number}/contest',
    tag: 'Shoppers',
    summary: 'Object to a deduction',
    description: 'Once for an item; a person answers, and the answer stands in the return.',
    access: 'shopper',
    parameters: RETURN,
    shared: [...SPOKEN, 'idempotencyKey'],
    body: {
      name: 'ContestBody',
      schema: contestSchema,
      description: 'Which item, and why.',
      example: { key: '1', text: 'It arrived with that mark.' },
    },
    answers: {
      200: {
        description: 'The return as it is now.',
        schema: returnSchema,
        example: EXAMPLE_RETURN,
        headers: ['ETag', 'IdempotencyReplayed'],
      },
    },
    problems: [...WRITES, 'stale', 'wrong_state', 'conflict'],
  },
]
