import type { Access, Operation } from '@/lib/api/operation'
import type { ErrorCode } from '@/lib/core/error-codes'

const OF_ACCESS = {
  merchant: ['unauthorized', 'rate_limited', 'internal', 'unavailable'],
  shopper: ['rate_limited', 'internal', 'unavailable'],
  open: [],
} as const satisfies Record<Access, readonly ErrorCode[]>

const OF_REPEATABLE = [
  'invalid_idempotency_key',
  'idempotency_key_reused',
  'idempotency_key_running',
] as const satisfies readonly ErrorCode[]

/** Every expected error of an operation. */
export const problemsOf = ({ problems, access, warehouse, shared = [] }: Operation): ErrorCode[] => [
  ...new Set<ErrorCode>([
    ...problems,
    ...(shared.includes('idempotencyKey') ? OF_REPEATABLE : []),
    ...(access === 'merchant' && !warehouse ? (['forbidden'] as const) : []),
    ...OF_ACCESS[access],
  ]),
]
