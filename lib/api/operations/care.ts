import type { Operation } from '@/lib/api/operation'
import { careListSchema, careQuerySchema } from '@/lib/api/schemas/care-schema'

const ID = '019aa5c2-6a58-7c1e-9d3b-0f6f2f0b7a11'
const ADDRESS = {
  name: 'Resi Huber',
  line1: 'Sendlinger Str. 11',
  postalCode: '80331',
  city: 'München',
  countryCode: 'DE',
}

/** What somebody at the shop should look at. */
export const CARE: readonly Operation[] = [
  {
    id: 'listCare',
    method: 'get',
    path: '/api/v1/care',
    tag: 'Care',
    summary: 'Parcels that need somebody',
    description:
      '`address`: it can’t be delivered where it should go. `pickup`: it waits, and goes back in three days or fewer. `late`: the ' +
      'promised days are over. `wish`: the shopper wants it otherwise. What settles itself leaves the list. The oldest first.',
    access: 'merchant',
    parameters: [],
    query: [
      {
        name: 'kind',
        description: 'One kind alone.',
        schema: careQuerySchema.shape.kind,
        example: 'address',
      },
      {
        name: 'handled',
        description: '`true`: what somebody has seen to and is still so.',
        schema: careQuerySchema.shape.handled,
      },
      { name: 'limit', description: 'At most 100.', schema: careQuerySchema.shape.limit },
      { name: 'after', description: '`next` of the page before.', schema: careQuerySchema.shape.after },
    ],
    answers: {
      200: {
        description: 'The list.',
        schema: careListSchema,
        example: {
          entries: [
            {
              id: ID,
              kind: 'address',
              occurrence: 'exception.address_problem 2026-11-20',
              openedAt: '2026-11-20T09:03:00.000Z',
              handledAt: null,
              handledBy: null,
              orders: ['AG-1001'],
              parcel: {
                carrier: 'dhl',
                number: '00340434161094000001',
                status: 'exception.address_problem',
                pickup: null,
              },
              correction: {
                at: '2026-11-20T10:12:00.000Z',
                previous: { ...ADDRESS, line1: 'Sendlinger Str. 111' },
                address: ADDRESS,
              },
              wish: null,
            },
          ],
          next: null,
        },
      },
    },
    problems: ['invalid_query'],
  },
  {
    id: 'handleCare',
    method: 'post',
    path: '/api/v1/care/{entry}/handled',
    tag: 'Care',
    summary: 'Note that somebody has seen to it',
    description: 'Twice is once.',
    access: 'merchant',
    parameters: [{ name: 'entry', description: 'The entry’s id.', example: ID }],
    shared: ['idempotencyKey'],
    answers: { 204: { description: 'Noted.', headers: ['IdempotencyReplayed'] } },
    problems: ['not_found'],
  },
]
