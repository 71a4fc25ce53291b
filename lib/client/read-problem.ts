import type { FieldFault, Problem } from './answer'

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)

const bodyOf = async (response: Response): Promise<Record<string, unknown>> => {
  const body: unknown = response.headers.get('content-type')?.includes('json') ? await response.json() : null
  return { ...(typeof body === 'object' && body) }
}

const isFault = (value: unknown): value is FieldFault =>
  typeof value === 'object' &&
  value !== null &&
  ['pointer', 'code', 'detail'].every((name) => typeof Reflect.get(value, name) === 'string')

/** Reads a refusal, whoever has written it. */
export async function readProblem(response: Response): Promise<Problem> {
  const { status, statusText, headers } = response
  const { type, title, detail, errors } = await bodyOf(response)
  return {
    status,
    type: textOf(type) ?? 'about:blank',
    title: textOf(title) ?? (statusText || String(status)),
    detail: textOf(detail),
    errors: Array.isArray(errors) ? errors.filter(isFault) : [],
    retryAfterSeconds: Number.parseInt(headers.get('retry-after') ?? '', 10) || null,
  }
}
