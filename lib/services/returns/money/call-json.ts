import { fail, ok, type Result } from '@/lib/core/result'
import type { SafeFetch } from '@/lib/services/safe-fetch'

const LIMIT_BYTES = 5_000_000
const TIMEOUT_MS = 10_000

export type Call = {
  url: string
  method: 'GET' | 'POST'
  headers: Record<string, string>
  body?: unknown
}

/** The answer came: any status. */
export type Called = { status: number; json: unknown }

/** Asks for JSON; a body that is none counts as null. The error is a reason that doesn't tell whether anything was done. */
export async function callJson(fetch: SafeFetch, call: Call): Promise<Result<Called, string>> {
  const { url, method, headers, body } = call
  const answer = await fetch(url, {
    method,
    headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    maxBytes: LIMIT_BYTES,
    timeoutMs: TIMEOUT_MS,
    accept: 'application/json',
  })
  if (!answer.ok) return fail(answer.error)
  const text = new TextDecoder().decode(answer.value.body)
  try {
    return ok({ status: answer.value.status, json: JSON.parse(text) })
  } catch {
    return ok({ status: answer.value.status, json: null })
  }
}
