import type { Operation } from '@/lib/api/operation'
import { healthSchema } from '@/lib/api/schemas/health-schema'

/** What describes and watches the service itself. */
export const SERVICE: readonly Operation[] = [
  {
    id: 'readDescription',
    method: 'get',
    path: '/api/v1/openapi.json',
    tag: 'Service',
    summary: 'This description',
    access: 'open',
    parameters: [],
    shared: ['ifNoneMatch'],
    answers: {
      200: {
        description: 'An OpenAPI 3.1 document.',
        headers: ['ETag'],
        mediaType: 'application/vnd.oai.openapi+json;version=3.1',
      },
      304: { description: 'It hasn’t changed.', headers: ['ETag'] },
    },
    problems: [],
  },
  {
    id: 'readDocs',
    method: 'get',
    path: '/api/v1/docs',
    tag: 'Service',
    summary: 'This description for people',
    access: 'open',
    parameters: [],
    answers: { 200: { description: 'A page.', mediaType: 'text/html' } },
    problems: [],
  },
  {
    id: 'readHealth',
    method: 'get',
    path: '/api/health',
    tag: 'Service',
    summary: 'Whether the service can work',
    access: 'open',
    parameters: [],
    answers: {
      200: {
        description: 'It can.',
        schema: healthSchema,
        example: {
          status: 'ok',
          database: { version: '18.4', latencyMs: 1.2 },
          queue: { due: 0, oldestSeconds: 0 },
          version: '0.1.0',
        },
      },
    },
    problems: ['unavailable'],
  },
]
