import { readBody } from './read-body'
import { storableFields } from './storable-fields'

const LIMIT_BYTES = 20_000

/** A plain form's fields; null when the body is none, or too long. */
export async function readForm(request: Request): Promise<URLSearchParams | null> {
  const type = request.headers.get('content-type') ?? ''
  if (!type.startsWith('application/x-www-form-urlencoded')) return null
  const body = await readBody(request, LIMIT_BYTES)
  return body && storableFields(new URLSearchParams(new TextDecoder().decode(body)))
}
