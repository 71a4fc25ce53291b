import type { z } from 'zod'
import { fieldErrors } from '@/lib/core/field-error'
import { ok, type Result } from '@/lib/core/result'
import { problem } from './problem'
import { queryOf } from './storable-fields'

/** Reads and validates what stands behind an address's `?`; the error is the answer to send. */
export function readQuery<T extends z.ZodType>(request: Request, schema: T): Result<z.output<T>, Response> {
  const parsed = schema.safeParse(Object.fromEntries(queryOf(request)))
  return parsed.success
    ? ok(parsed.data)
    : { ok: false, error: problem('invalid_query', { errors: fieldErrors(parsed.error) }) }
}
