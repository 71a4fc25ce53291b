import type { z } from 'zod'
import type { Operation } from '@/lib/api/operation'
import { hostListSchema, hostSchema } from '@/lib/api/schemas/host-schema'
import { EXAMPLE_HOST } from './examples'

const HOST = { name: 'host', description: 'The host’s name.', example: 'orders.example.org' }
const VERIFIED = { ...EXAMPLE_HOST, verified: true, verifiedAt: '2026-11-21T09:00:00.000Z' }

/** A shop's own hosts. */
export const hosts = (body: z.ZodType): readonly Operation[] => [
  {
    id: 'listHosts',
    method: 'get',
    path: '/api/v1/hosts',
    tag: 'Hosts',
    summary: 'The shop’s hosts',
    access: 'merchant',
    parameters: [],
    answers: {
      200: {
        description: 'By name, proven or not.',
        schema: hostListSchema,
        example: { hosts: [EXAMPLE_HOST] },
      },
    },
    problems: [],
  },
  {
    id: 'addHost',
    method: 'post',
    path: '/api/v1/hosts',
    tag: 'Hosts',
    summary: 'Add a host',
    description: 'It serves once it is verified; adding it again changes nothing.',
    access: 'merchant',
    parameters: [],
    shared: ['idempotencyKey'],
    body: {
      name: 'HostBody',
      schema: body,
      description: 'The host’s name.',
      example: { host: 'orders.example.org' },
    },
    answers: {
      200: {
        description: 'It was added before.',
        schema: hostSchema,
        example: EXAMPLE_HOST,
        headers: ['IdempotencyReplayed'],
      },
      201: {
        description: 'It is added; `proof` says what to publish.',
        schema: hostSchema,
        example: EXAMPLE_HOST,
        headers: ['Location', 'IdempotencyReplayed'],
      },
    },
    problems: ['not_json', 'too_large', 'invalid_body', 'own_host', 'host_taken'],
  },
  {
    id: 'readHost',
    method: 'get',
    path: '/api/v1/hosts/{host}',
    tag: 'Hosts',
    summary: 'One host',
    access: 'merchant',
    parameters: [HOST],
    answers: { 200: { description: 'The host.', schema: hostSchema, example: EXAMPLE_HOST } },
    problems: ['not_found'],
  },
  {
    id: 'removeHost',
    method: 'delete',
    path: '/api/v1/hosts/{host}',
    tag: 'Hosts',
    summary: 'Give a host up',
    access: 'merchant',
    parameters: [HOST],
    answers: { 204: { description: 'It serves no longer.' } },
    problems: ['not_found'],
  },
  {
    id: 'verifyHost',
    method: 'post',
    path: '/api/v1/hosts/{host}/verify',
    tag: 'Hosts',
    summary: 'Look for a host’s proof',
    description:
      'One of the two proofs is enough. A refusal is kept under its `Idempotency-Key` too: try again with a new one.',
    access: 'merchant',
    parameters: [HOST],
    shared: ['idempotencyKey'],
    answers: {
      200: {
        description: 'The host serves.',
        schema: hostSchema,
        example: VERIFIED,
        headers: ['IdempotencyReplayed'],
      },
    },
    problems: ['not_found', 'host_taken', 'host_unproven'],
  },
]
