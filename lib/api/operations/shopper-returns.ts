import type { Operation } from '@/lib/api/operation'
import { proofSchema, provenSchema } from '@/lib/api/schemas/return-action-schema'
import { returnOptionsSchema } from '@/lib/api/schemas/return-options-schema'
import { openedReturnSchema, returnQuoteSchema } from '@/lib/api/schemas/return-quote-schema'
import { quoteRequestSchema, returnRequestSchema } from '@/lib/api/schemas/return-request-schema'
import { EXAMPLE_OPENED, EXAMPLE_OPTIONS, EXAMPLE_QUOTE, EXAMPLE_REQUEST } from './return-examples'
import { SPOKEN, UNCHANGED, WRITES } from './shopper-parts'

const ORDER = {
  name: 'token',
  description: 'The last segment of the order’s link; it is a secret.',
  example: 'k7f2q9.3vYw1mC0b8XhJ5tRzL6aPQ',
} as const
/** What shoppers ask and send of an order's way back; whoever shows it needs no dictionary, and no JavaScript of ours. */
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
]
