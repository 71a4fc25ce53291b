import type { z } from 'zod'
import { fail, ok } from '@/lib/core/result'
import { labelMediaType, paperOf } from '@/lib/returns/labels/file-kind'
import type { Answered, LabelFile } from '@/lib/returns/labels/label-request'
import { readFault } from '@/lib/returns/labels/read-fault'
import type { SafeFetch, SafeFetchError, SafeResponse } from '@/lib/services/safe-fetch'

/** Carriers behind a provider take their time. */
const TIMEOUT_MS = 30_000
const LIMIT_BYTES = 8_000_000

export type Asking = {
  url: string
  method?: 'GET' | 'POST' | 'PATCH'
  headers?: Readonly<Record<string, string>>
  json?: unknown
  accept?: string
}

/** The network's own faults pass; what the SSRF guard refuses is refused next time too. */
const PASSES: Partial<Record<SafeFetchError, true>> = {
  timeout: true,
  connection_failed: true,
  name_unresolved: true,
}

/** Basic authorisation (RFC 7617). */
export const basic = (user: string, password: string): { authorization: string } => ({
  authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
})

/** Asks a provider once; whatever isn't a 2xx is a fault in its own words. */
export async function ask(
  fetch: SafeFetch,
  { url, method = 'GET', headers = {}, json, accept = 'application/json' }: Asking,
): Answered<SafeResponse> {
  const answer = await fetch(url, {
    maxBytes: LIMIT_BYTES,
    timeoutMs: TIMEOUT_MS,
    accept,
    method,
    headers: { ...headers, ...(json !== undefined && { 'content-type': 'application/json' }) },
    ...(json !== undefined && { body: JSON.stringify(json) }),
  })
  if (!answer.ok) return fail({ detail: answer.error, passes: PASSES[answer.error] === true })
  const { status, body, headers: got } = answer.value
  if (status >= 200 && status < 300) return ok(answer.value)
  return fail(readFault(status, new TextDecoder().decode(body), got.get('retry-after')))
}

function parse(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body))
  } catch {
    return undefined
  }
}

/** The same for JSON of a known shape. What can't be read isn't asked for again: it may have been bought. */
export async function askJson<T>(fetch: SafeFetch, asking: Asking, schema: z.ZodType<T>): Answered<T> {
  const answer = await ask(fetch, asking)
  if (!answer.ok) return answer
  const read = schema.safeParse(parse(answer.value.body))
  return read.success
    ? ok(read.data)
    : fail({
        detail: `unreadable answer to ${asking.method ?? 'GET'} ${new URL(asking.url).pathname}`,
        passes: false,
      })
}

/** A label as a file, by what stands in it: an error page isn't kept. */
export function fileOf(content: Uint8Array, isCode: boolean): LabelFile | null {
  const mediaType = labelMediaType(content)
  if (!mediaType || (!isCode && mediaType !== 'application/pdf')) return null
  return { form: isCode ? 'qr' : paperOf(content), mediaType, content }
}

/** Fetches a label or a code; without credentials where the address is somebody else's store. */
export async function askFile(fetch: SafeFetch, asking: Asking, isCode = false): Answered<LabelFile> {
  const answer = await ask(fetch, {
    accept: isCode ? 'image/png, application/pdf' : 'application/pdf',
    ...asking,
  })
  // It is bought already: whatever the matter is, the next try finds it.
  if (!answer.ok) return fail({ ...answer.error, passes: true })
  const file = fileOf(answer.value.body, isCode)
  return file
    ? ok(file)
    : fail({ detail: isCode ? 'the code is no picture' : 'the label is no PDF', passes: true })
}
