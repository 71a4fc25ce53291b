import type { z } from 'zod'
import type { Operation } from '@/lib/api/operation'
import { merchantReturnSchema } from '@/lib/api/schemas/merchant-return-schema'
import { approveSchema } from '@/lib/api/schemas/return-action-schema'
import type { ErrorCode } from '@/lib/core/error-codes'
import { EXAMPLE_MERCHANT_RETURN } from './return-examples'

export const NUMBER = {
  name: 'number',
  description: 'The return’s number, however it is written.',
  example: 'R7K2-M4QX',
} as const
export const SPOKEN = ['locale', 'acceptLanguage'] as const
export const WRITES = ['not_json', 'too_large', 'invalid_body'] as const

export const AS_IT_IS = {
  200: {
    description: 'The return as it is now.',
    schema: merchantReturnSchema,
    example: EXAMPLE_MERCHANT_RETURN,
    headers: ['IdempotencyReplayed'],
  },
} as const

type Action = {
  id: string
  /** Below the return's own address. */
  path: string
  summary: string
  description: string
  body: { name: string; schema: z.ZodType; description: string; example: unknown }
  warehouse?: true
  problems?: readonly ErrorCode[]
}

/** Something that is done to a return: answered by the return as it is then. */
export const action = ({ path, problems = [], ...more }: Action): Operation => ({
  method: 'post',
  path: `/api/v1/returns/{number}/${path}`,
  tag: 'Returns',
  access: 'merchant',
  parameters: [NUMBER],
  shared: [...SPOKEN, 'idempotencyKey'],
  answers: AS_IT_IS,
  problems: [...WRITES, 'not_found', 'stale', 'wrong_state', ...problems],
  ...more,
})

export const VERSION_ONLY = {
  name: 'VersionBody',
  schema: approveSchema,
  description: 'May name the version that was seen.',
  example: { version: 2 },
} as const
