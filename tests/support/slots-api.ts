import * as slot from '@/app/api/v1/slots/[slot]/route'
import * as preview from '@/app/api/v1/slots/preview/route'
import * as slots from '@/app/api/v1/slots/route'
import { fits } from './fits'

const ORIGIN = 'https://orders.example'

/** Asks for a preview with a key; the answer is held against its description. */
export async function previewApi(
  { apiKey }: { apiKey: string },
  body: unknown,
  headers: Record<string, string> = {},
): Promise<{ status: number; json: unknown; headers: Headers }> {
  const path = '/api/v1/slots/preview'
  const request = new Request(`${ORIGIN}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
  const response = await preview.POST(request, { params: Promise.resolve({}) })
  const { status, headers: answered } = response
  return { status, headers: answered, json: await fits('POST', path, response) }
}

/** Asks the slots' part of the API with a key; the answer is held against its description. */
export async function slotsApi(
  { apiKey }: { apiKey: string },
  method: 'GET' | 'PUT' | 'DELETE',
  id: string | null,
  body?: unknown,
): Promise<{ status: number; json: unknown }> {
  const path = id === null ? '/api/v1/slots' : '/api/v1/slots/{slot}'
  const handlers: Partial<Record<string, typeof slot.GET>> = id === null ? { GET: slots.GET } : slot
  const handle = handlers[method]
  if (!handle) throw new Error(`nobody answers ${method} ${path}`)
  const request = new Request(`${ORIGIN}${path.replace('{slot}', id ?? '')}`, {
    method,
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const response = await handle(request, { params: Promise.resolve({ slot: id ?? '' }) })
  return { status: response.status, json: await fits(method, path, response) }
}
