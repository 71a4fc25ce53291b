import { readFileSync } from 'node:fs'
import { PUT } from '@/app/api/v1/orders/[number]/route'
import { POST } from '@/app/api/webhooks/[provider]/[endpoint]/route'
import { carriers } from '@/lib/carriers'
import { signFor } from '@/tests/fixtures/sign'
import { runAfter } from './after'
import type { TestContext, TestShop } from './context'

type Body = Uint8Array<ArrayBuffer> | string | object

export const bytesOf = (body: Body): Uint8Array<ArrayBuffer> =>
  body instanceof Uint8Array
    ? body
    : new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body))

/** A vendor's body from the fixtures, byte for byte. */
export const fixtureBytes = (path: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(new URL(`../fixtures/carriers/${path}`, import.meta.url)))

export type PostOptions = {
  /** Another address than the shop's own of that provider. */
  endpoint?: string
  secret?: string
  id?: string
  headers?: Record<string, string>
}

/** Sends a body to a shop's webhook address, signed as its vendor does; the work that follows the answer still waits. */
export async function send(
  context: TestContext,
  shop: TestShop,
  provider: string,
  body: Body,
  options: PostOptions = {},
): Promise<Response> {
  const carrier = carriers.get(provider)
  if (!carrier) throw new Error(`no provider ${provider}`)
  const { endpoint = shop.endpoints[provider] ?? '', headers, ...signing } = options
  const bytes = bytesOf(body)
  const signed = signFor(carrier.signature, bytes, { now: context.now(), ...signing })
  for (const [name, value] of Object.entries(headers ?? {})) signed.set(name, value)
  const request = new Request('http://doorstep.test/', { method: 'POST', headers: signed, body: bytes })
  return POST(request, { params: Promise.resolve({ provider, endpoint }) })
}

/** Sends a body and lets the work be done. */
export async function post(...call: Parameters<typeof send>): Promise<Response> {
  const response = await send(...call)
  await runAfter()
  return response
}

/** Writes an order as its shop does; pictures are fetched by `runAfter`. */
export const putOrder = (shop: Pick<TestShop, 'apiKey'>, number: string, body: Body): Promise<Response> =>
  PUT(
    new Request('http://doorstep.test/', {
      method: 'PUT',
      headers: { authorization: `Bearer ${shop.apiKey}`, 'content-type': 'application/json' },
      body: bytesOf(body),
    }),
    { params: Promise.resolve({ number: encodeURIComponent(number) }) },
  )

/** The smallest order there is. */
export const order = (more: object = {}): Record<string, unknown> => ({
  placedAt: '2026-11-13T09:12:00+01:00',
  currency: 'EUR',
  lines: [{ id: '1', title: 'Regenjacke', quantity: 1, unitPrice: 18990 }],
  ...more,
})

/** A scan in our own body. */
export const scan = (at: string, status: string, more: object = {}) => ({ at, status, text: status, ...more })

/** Our own body about one parcel. */
export const parcelUpdate = (data: object) => ({
  type: 'parcel.updated',
  timestamp: '2026-11-20T09:03:00Z',
  data: { carrier: 'dhl', number: '00340434161094000001', ...data },
})
