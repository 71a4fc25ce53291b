import { fail, ok, type Result } from '@/lib/core/result'
import { readBody } from './read-body'
import { storableFields } from './storable-fields'

/** Five photos of a phone, and some. */
const LIMIT_BYTES = 32 * 1024 * 1024

export type MultipartForm = {
  fields: URLSearchParams
  /** Files by field; a field that was left empty has none. */
  files: Map<string, Uint8Array[]>
}

/** A body that isn't there, isn't a form or breaks off; or one that is too long, of which the rest isn't read. */
export type MultipartFault = 'unreadable' | 'too_large'

async function parse(type: string, body: Uint8Array<ArrayBuffer>): Promise<FormData | null> {
  try {
    return await new Response(body, { headers: { 'content-type': type } }).formData()
  } catch {
    return null
  }
}

/** A form with files: its fields and its files' bytes, whatever they claim to be. A plain form is one without files. */
export async function readMultipart(request: Request): Promise<Result<MultipartForm, MultipartFault>> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^(?:multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(type)) return fail('unreadable')
  const body = await readBody(request, LIMIT_BYTES)
  if (!body) return fail('too_large')
  const data = await parse(type, new Uint8Array(body))
  if (!data) return fail('unreadable')
  const fields = new URLSearchParams()
  const files = new Map<string, Uint8Array[]>()
  for (const [name, value] of data) {
    if (typeof value === 'string') fields.append(name, value)
    else if (value.size > 0 || value.name !== '')
      files.set(name, [...(files.get(name) ?? []), new Uint8Array(await value.arrayBuffer())])
  }
  return ok({ fields: storableFields(fields), files })
}
