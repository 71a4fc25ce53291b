import { z } from 'zod'
import type { Operation } from '@/lib/api/operation'
import {
  policyFindingsSchema,
  policyVersionsSchema,
  readPolicySchema,
  simulationBodySchema,
  simulationSchema,
  writtenPolicySchema,
} from '@/lib/api/schemas/policy-schema'
import { policySchema } from '@/lib/returns/policy/schema'
import { EXAMPLE_POLICY } from './example-policy'

const WARNING = {
  severity: 'warning',
  pointer: '/rules/0/actions/0/fee/texts',
  code: 'missing_words',
  detail: 'has no words in Français (fr); another language stands in',
} as const

const STEP = {
  rule: 'restocking',
  effect: 'fee',
  words: 'Restocking: 10 % of what was paid, for the return.',
  overruledBy: null,
} as const

const SIDE = {
  verdict: 'possible',
  approval: 'automatic',
  refusals: [],
  review: [],
  charges: [],
  total: 0,
} as const

/** A shop's return policy. */
export const POLICY: readonly Operation[] = [
  {
    id: 'readPolicy',
    method: 'get',
    path: '/api/v1/policy',
    tag: 'Return policy',
    summary: 'The policy that holds',
    description:
      'Or any stored version, with what should be known of it. A shop that has written none has version 0.',
    access: 'merchant',
    parameters: [],
    query: [{ name: 'version', description: 'A stored version.', schema: z.int().min(1), example: 3 }],
    answers: {
      200: {
        description: 'The document and its findings.',
        schema: readPolicySchema,
        example: {
          version: 3,
          active: true,
          note: 'Christmas',
          policy: policySchema.parse(EXAMPLE_POLICY),
          findings: [WARNING],
        },
      },
    },
    problems: ['not_found'],
  },
  {
    id: 'writePolicy',
    method: 'put',
    path: '/api/v1/policy',
    tag: 'Return policy',
    summary: 'Write a policy',
    description:
      'Makes a new version, which holds at once; earlier ones are never changed, and returns that were sent under them keep what ' +
      'they were told. One with errors is refused with a pointer to each; warnings come back with the answer.',
    access: 'merchant',
    parameters: [],
    query: [
      {
        name: 'draft',
        description: 'Keep it as a draft that doesn’t hold.',
        schema: z.enum(['true', 'false']),
      },
      {
        name: 'note',
        description: 'For the shop’s own people.',
        schema: z.string().max(500),
        example: 'Christmas',
      },
    ],
    body: {
      name: 'PolicyBody',
      schema: policySchema,
      description: 'The document whole.',
      example: EXAMPLE_POLICY,
    },
    answers: {
      201: {
        description: 'The new version.',
        schema: writtenPolicySchema,
        example: { version: 4, active: true, findings: [WARNING] },
      },
    },
    problems: ['not_json', 'too_large', 'invalid_body'],
  },
  {
    id: 'listPolicyVersions',
    method: 'get',
    path: '/api/v1/policy/versions',
    tag: 'Return policy',
    summary: 'Every version and draft',
    access: 'merchant',
    parameters: [],
    answers: {
      200: {
        description: 'The newest first.',
        schema: policyVersionsSchema,
        example: {
          versions: [
            {
              version: 4,
              note: null,
              createdAt: '2026-11-20T09:00:00.000Z',
              activeSince: null,
              active: false,
            },
            {
              version: 3,
              note: 'Christmas',
              createdAt: '2026-11-01T09:00:00.000Z',
              activeSince: '2026-11-01T09:00:00.000Z',
              active: true,
            },
          ],
        },
      },
    },
    problems: [],
  },
  {
    id: 'lintPolicy',
    method: 'post',
    path: '/api/v1/policy/lint',
    tag: 'Return policy',
    summary: 'Look a policy over',
    description: 'What the law, missing words or rules without an effect say against it. Stores nothing.',
    access: 'merchant',
    parameters: [],
    shared: ['idempotencyKey'],
    body: {
      name: 'PolicyBody',
      schema: policySchema,
      description: 'The document whole.',
      example: EXAMPLE_POLICY,
    },
    answers: {
      200: {
        description: 'Errors first; none: all is well.',
        schema: policyFindingsSchema,
        example: { findings: [WARNING] },
        headers: ['IdempotencyReplayed'],
      },
    },
    problems: ['not_json', 'too_large', 'invalid_body'],
  },
  {
    id: 'simulatePolicy',
    method: 'post',
    path: '/api/v1/policy/simulate',
    tag: 'Return policy',
    summary: 'Try a policy on past returns',
    description:
      'Works the returns of the last days out once more, by the policy that holds and by the draft, each with what was known on ' +
      'the day it was asked for, and tells the difference. Changes nothing.',
    access: 'merchant',
    parameters: [],
    shared: ['locale', 'acceptLanguage', 'idempotencyKey'],
    body: {
      name: 'SimulationBody',
      schema: simulationBodySchema,
      description: 'A document, or the version of a stored one.',
      example: { policy: EXAMPLE_POLICY, days: 90 },
    },
    answers: {
      200: {
        description: 'What would be different.',
        schema: simulationSchema,
        headers: ['IdempotencyReplayed'],
        example: {
          against: 3,
          days: 90,
          returns: 212,
          more: false,
          summary: ['1 more fee, +€12.40'],
          effects: {
            refused: 0,
            allowed: 0,
            choice_lost: 0,
            choice_back: 0,
            reviewed: 0,
            unreviewed: 0,
            charges: 1,
          },
          charges: [{ currency: 'EUR', before: { count: 0, amount: 0 }, after: { count: 1, amount: 1240 } }],
          findings: [WARNING],
          differences: [
            {
              number: 'R7K2-M4QX',
              currency: 'EUR',
              askedOn: '2026-11-12',
              effects: ['charges'],
              before: SIDE,
              after: {
                ...SIDE,
                charges: [{ kind: 'fee', id: 'restocking', text: 'Restocking', amount: 1240 }],
                total: 1240,
              },
              lines: [
                { order: 'AG-1001', line: '1', title: 'Regenjacke Karwendel', lost: [], gained: [STEP] },
              ],
            },
          ],
        },
      },
    },
    problems: ['not_json', 'too_large', 'invalid_body'],
  },
]
