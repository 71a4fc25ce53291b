import type { Operation } from '@/lib/api/operation'
import {
  changeExchangeSchema,
  changeMethodSchema,
  contestSchema,
  proofSchema,
  provenSchema,
  shopperCancelSchema,
} from '@/lib/api/schemas/return-action-schema'
import { returnOptionsSchema } from '@/lib/api/schemas/return-options-schema'
import { openedReturnSchema, returnQuoteSchema } from '@/lib/api/schemas/return-quote-schema'
import { quoteRequestSchema, returnRequestSchema } from '@/lib/api/schemas/return-request-schema'
import { returnSchema } from '@/lib/api/schemas/return-schema'
import {
  EXAMPLE_OPENED,
  EXAMPLE_OPTIONS,
  EXAMPLE_QUOTE,
  EXAMPLE_REQUEST,
  EXAMPLE_RETURN,
} from './return-examples'

const ORDER = {
  name: 'token',
  description: 'The last segment of the order’s link; it is a secret.',
  example: 'k7f2q9.3vYw1mC0b8XhJ5tRzL6aPQ',
} as const
const RETURN = [
  {
    name: 'token',
    description: 'The return’s own, from the answer to sending it; it is a secret.',
    example: 'k7f2q9.pX3nT0c8vYw1mJ5bRzL6aQ',
  },
  { name: 'number', description: 'The return’s number.', example: 'R7K2-M4QX' },
] as const
const UNCHANGED = {
  description: 'Nothing has changed since the version in `If-None-Match`.',
  headers: ['ETag'],
} as const
const SPOKEN = ['locale', 'acceptLanguage'] as const
const WRITES = [
  'not_json',
  'too_large',
  'unsupported_media_type',
  'invalid_body',
  'foreign_origin',
  'not_found',
] as const

/** A page that shows all this needs no dictionary, and no JavaScript of ours. */
export const SHOPPER_RETURNS: readonly Operation[] = [
  {
    id: 'readReturnOptions',
    method: 'get',
    path: '/api/v1/o/{token}/returns',
    tag: 'Shoppers',
    summary: 'What of an order can go back, and how',
    description:
      'Lines with how many can still go back, until when, and why not; reasons, outcomes, ways with their prices, variants with ' +
      'stock. It needs a link that may act: one from a mail, or one that `returns/proof` gave.',
    access: 'shopper',
    parameters: [ORDER],
    shared: [...SPOKEN, 'ifNoneMatch'],
    answers: {
      200: {
        description: 'What can go back.',
        schema: returnOptionsSchema,
        example: EXAMPLE_OPTIONS,
        headers: ['ETag'],
      },
      304: UNCHANGED,
    },
    problems: ['not_found', 'proof_needed'],
  },
  {
    id: 'quoteReturn',
    method: 'post',
    path: '/api/v1/o/{token}/returns/quote',
    tag: 'Shoppers',
    summary: 'What a return would come to',
    description:
      'To the cent, with discounts, tax, shipping, fees and bonus, by the rules that sending goes by. Nothing is kept. What can’t ' +
      'be chosen is refused where it stands in the body.',
    access: 'shopper',
    parameters: [ORDER],
    shared: [...SPOKEN, 'idempotencyKey'],
    body: {
      name: 'ReturnQuoteBody',
      schema: quoteRequestSchema,
      description: 'Without a method: the sum without its price, and the ways there are.',
      example: { items: EXAMPLE_REQUEST.items, method: EXAMPLE_REQUEST.method },
    },
    answers: {
      200: {
        description: 'The sum.',
        schema: returnQuoteSchema,
        example: EXAMPLE_QUOTE,
        headers: ['IdempotencyReplayed'],
      },
    },
    problems: [...WRITES, 'proof_needed'],
  },
  {
    id: 'openReturn',
    method: 'post',
    path: '/api/v1/o/{token}/returns',
    tag: 'Shoppers',
    summary: 'Send a return',
    description:
      'In one go. Rules, stock, quantities and the sum are asked again at this moment: where the sum isn’t the one that was seen, ' +
      'nothing happens (409 `sum_changed`). At most 15,000,000 bytes with photos.',
    access: 'shopper',
    parameters: [ORDER],
    shared: [...SPOKEN, 'idempotencyKey'],
    body: {
      name: 'ReturnBody',
      schema: returnRequestSchema,
      description: 'What the quote was asked for, with its `seen`.',
      example: EXAMPLE_REQUEST,
    },
    answers: {
      201: {
        description: 'It is sent; the token opens it.',
        schema: openedReturnSchema,
        example: EXAMPLE_OPENED,
        headers: ['Location', 'IdempotencyReplayed'],
      },
    },
    problems: [...WRITES, 'proof_needed', 'sum_changed'],
  },
  {
    id: 'proveOrder',
    method: 'post',
    path: '/api/v1/o/{token}/returns/proof',
    tag: 'Shoppers',
    summary: 'Prove an order’s e-mail address',
    description:
      'Gives whoever holds a link that only shows, and knows the order’s e-mail address, the token that may act. Failed tries are ' +
      'counted.',
    access: 'shopper',
    parameters: [ORDER],
    shared: ['idempotencyKey'],
    body: {
      name: 'ProofBody',
      schema: proofSchema,
      description: 'The order’s address.',
      example: { email: 'resi@example.org' },
    },
    answers: {
      200: {
        description: 'The token that may act.',
        schema: provenSchema,
        example: { token: 'k7f2q9.3vYw1mC0b8XhJ5tRzL6aPQ' },
        headers: ['IdempotencyReplayed'],
      },
    },
    problems: [...WRITES, 'too_many_attempts'],
  },
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
