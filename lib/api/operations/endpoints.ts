import type { z } from 'zod'
import type { Operation } from '@/lib/api/operation'
import { createdEndpointSchema } from '@/lib/api/schemas/endpoint-schema'

/** Where carriers and aggregators post to. */
export const endpoints = (body: z.ZodType): readonly Operation[] => [
  {
    id: 'createEndpoint',
    method: 'post',
    path: '/api/v1/endpoints',
    tag: 'Webhooks',
    summary: 'Create a webhook address',
    description: 'Without `secrets` one is made and shown once; it is stored encrypted.',
    access: 'merchant',
    parameters: [],
    shared: ['idempotencyKey'],
    body: {
      name: 'EndpointBody',
      schema: body,
      description: 'Which provider posts there.',
      example: { provider: 'standard' },
    },
    answers: {
      201: {
        description: 'The address.',
        schema: createdEndpointSchema,
        example: {
          id: '5b0c1d9e7f2a4c86b3d2e1f0a9b8c7d6',
          url: 'https://parcels.example.org/api/webhooks/standard/5b0c1d9e7f2a4c86b3d2e1f0a9b8c7d6',
          secret: 'whsec_bm90IGEgcmVhbCBzZWNyZXQsIGFuIGV4YW1wbGUgb25l',
        },
        headers: ['IdempotencyReplayed'],
      },
    },
    problems: ['not_json', 'too_large', 'invalid_body'],
  },
]
