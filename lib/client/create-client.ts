import type { Answer } from './answer'
import type { OrderJson, ParcelJson } from './json'
import { readProblem } from './read-problem'

export type AskOptions = {
  /** `en`, `de`, `fr`, `bar`; left out, the order and the reader's browser decide. */
  locale?: string | undefined
  signal?: AbortSignal | undefined
  /** The version that is held: an unchanged answer is `not_modified` and has no body. */
  etag?: string | null | undefined
}

export type ClientOptions = {
  /** Where Doorstep answers, with its path prefix if it has one. */
  origin: string
  fetch?: typeof fetch
}

export type Client = {
  readonly origin: string
  /** An order with its parcels, by the token of its link. */
  order: (token: string, options?: AskOptions) => Promise<Answer<OrderJson>>
  /** The movement of a parcel, by its number. */
  parcel: (shop: string, number: string, options?: AskOptions) => Promise<Answer<ParcelJson>>
}

/**
 * Reads a shop's orders and parcels. Sends no cookie and no referrer; rejects when the network is away, on abort and on a body
 * that is no JSON.
 */
export function createClient({ origin, fetch: send = (...args) => fetch(...args) }: ClientOptions): Client {
  const base = origin.replace(/\/+$/, '')

  async function ask<T>(segments: string[], { locale, signal, etag }: AskOptions = {}): Promise<Answer<T>> {
    const query = locale ? `?locale=${encodeURIComponent(locale)}` : ''
    const response = await send(`${base}/api/v1/${segments.map(encodeURIComponent).join('/')}${query}`, {
      // Our own tag is sent: a cache in between would hide the 304.
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      ...(signal && { signal }),
      ...(etag && { headers: { 'if-none-match': etag } }),
    })
    if (response.ok) return { ok: true, value: await response.json(), etag: response.headers.get('etag') }
    if (response.status === 304) return { ok: false, error: 'not_modified' }
    if (response.status === 404) return { ok: false, error: 'not_found' }
    return { ok: false, error: 'problem', problem: await readProblem(response) }
  }

  return {
    origin: base,
    order: (token, options) => ask(['o', token], options),
    parcel: (shop, number, options) => ask(['p', shop, number], options),
  }
}
