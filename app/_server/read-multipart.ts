import { fail, ok, type Result } from '@/lib/core/result'
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

/** Whoever sends slower than this is cut off: others wait for the place (see `takeUpload`). */
const LONGEST_MS = 120_000

/** Reads a form as it comes, so that its bytes aren't held once more by us. */
async function parse(request: Request, type: string): Promise<Result<FormData, MultipartFault>> {
  if (Number(request.headers.get('content-length') ?? 0) > LIMIT_BYTES) return fail('too_large')
  let size = 0
  const counted = request.body?.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform: (chunk, out) => {
        size += chunk.byteLength
        if (size > LIMIT_BYTES) out.error(new Error('the form is too large'))
        else out.enqueue(chunk)
      },
    }),
    { signal: AbortSignal.timeout(LONGEST_MS) },
  )
  try {
    return ok(await new Response(counted ?? null, { headers: { 'content-type': type } }).formData())
  } catch {
    return fail(size > LIMIT_BYTES ? 'too_large' : 'unreadable')
  }
}

/** A form with files: its fields and its files' bytes, whatever they claim to be. A plain form is one without files. */
export async function readMultipart(request: Request): Promise<Result<MultipartForm, MultipartFault>> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^(?:multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(type)) return fail('unreadable')
  const data = await parse(request, type)
  if (!data.ok) return data
  const fields = new URLSearchParams()
  const files = new Map<string, Uint8Array[]>()
  for (const [name, value] of data.value) {
    if (typeof value === 'string') fields.append(name, value)
    else if (value.size > 0 || value.name !== '')
      files.set(name, [...(files.get(name) ?? []), new Uint8Array(await value.arrayBuffer())])
  }
  return ok({ fields: storableFields(fields), files })
}
