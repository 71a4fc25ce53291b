import { ERROR_CODES, type ErrorCode } from '@/lib/core/error-codes'
import type { FieldError } from '@/lib/core/field-error'

type ProblemOptions = {
  detail?: string
  errors?: readonly FieldError[]
  /** The present one, where another was named. */
  version?: number
  headers?: Record<string, string>
}

/** An error as RFC 9457 problem details: one table gives status and title. */
export function problem(
  code: ErrorCode,
  { detail, errors, version, headers }: ProblemOptions = {},
): Response {
  const { status, title } = ERROR_CODES[code]
  return Response.json(
    {
      type: `urn:doorstep:error:${code}`,
      title,
      status,
      ...(detail && { detail }),
      ...(errors && { errors }),
      ...(version !== undefined && { version }),
    },
    {
      status,
      headers: { ...headers, 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
    },
  )
}
