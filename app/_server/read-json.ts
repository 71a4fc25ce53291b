import type { z } from 'zod'
import { fieldErrors } from '@/lib/core/field-error'
import { ok, type Result } from '@/lib/core/result'
import { parseJson } from '@/lib/webhooks/parse-json'
import { problem } from './problem'
import { readBody } from './read-body'

/** What a JSON body may have at most. */
export const LIMIT_BYTES = 1_000_000

/** Where pictures come along in base64: a handful as phones take them. */
export const IMAGES_LIMIT_BYTES = 15_000_000

/** Reads and validates a JSON body; the error is the answer to send. */
export async function readJson<T extends z.ZodType>(
  request: Request,
  schema: T,
  limitBytes = LIMIT_BYTES,
): Promise<Result<z.output<T>, Response>> {
  const body = await readBody(request, limitBytes)
  if (!body) return { ok: false, error: problem('too_large', { detail: `At most ${limitBytes} bytes.` }) }
  const json = parseJson(body)
  if (!json.ok) return { ok: false, error: problem('not_json', { detail: json.error.message }) }
  const parsed = schema.safeParse(json.value)
  return parsed.success
    ? ok(parsed.data)
    : { ok: false, error: problem('invalid_body', { errors: fieldErrors(parsed.error) }) }
}
