import type { Operation } from '@/lib/api/operation'
import { orderSchema } from '@/lib/api/schemas/order-schema'
import { parcelSchema } from '@/lib/api/schemas/parcel-schema'
import { EXAMPLE_ORDER, EXAMPLE_PARCEL } from './examples'

const CONDITIONAL = ['locale', 'acceptLanguage', 'ifNoneMatch'] as const
const UNCHANGED = {
  description: 'Nothing has changed since the version in `If-None-Match`.',
  headers: ['ETag'],
} as const

/** What a link or a parcel's number opens, without a key. */
export const SHOPPERS: readonly Operation[] = [
  {
    id: 'readOrder',
    method: 'get',
    path: '/api/v1/o/{token}',
    tag: 'Shoppers',
    summary: 'An order with its parcels, by its link’s token',
    description:
      'The words are those of the shopper’s page, so a page of your own needs no dictionary. Ask again with `If-None-Match`: an ' +
      'unchanged order is answered by 304. Pages of the shop’s allowed origins may read it (CORS).',
    access: 'shopper',
    parameters: [
      {
        name: 'token',
        description: 'The last segment of the order’s link; it is a secret.',
        example: 'k7f2q9.3vYw1mC0b8XhJ5tRzL6aPQ',
      },
    ],
    shared: CONDITIONAL,
    answers: {
      200: { description: 'The order.', schema: orderSchema, example: EXAMPLE_ORDER, headers: ['ETag'] },
      304: UNCHANGED,
    },
    problems: ['not_found'],
  },
  {
    id: 'readMovement',
    method: 'get',
    path: '/api/v1/p/{shop}/{number}',
    tag: 'Shoppers',
    summary: 'A parcel’s movement, by its number alone',
    description: 'Shows the way a parcel takes: no order, no items, no name.',
    access: 'shopper',
    parameters: [
      { name: 'shop', description: 'The shop’s segment in addresses.', example: 'alpenglueck' },
      {
        name: 'number',
        description: 'The carrier’s number; spaces don’t matter.',
        example: '00340434161094000001',
      },
    ],
    shared: CONDITIONAL,
    answers: {
      200: { description: 'The parcel.', schema: parcelSchema, example: EXAMPLE_PARCEL, headers: ['ETag'] },
      304: UNCHANGED,
    },
    problems: ['not_found'],
  },
]
