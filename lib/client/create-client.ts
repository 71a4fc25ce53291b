import type { Answer } from './answer'
import type {
  OpenedReturnJson,
  OrderJson,
  ParcelJson,
  ReturnChoice,
  ReturnItemJson,
  ReturnJson,
  ReturnOptionsJson,
  ReturnQuoteJson,
  ReturnRequest,
} from './json'
import { readProblem } from './read-problem'

export type AskOptions = {
  /** `en`, `de`, `fr`, `bar`; left out, the order and the reader's browser decide. */
  locale?: string | undefined
  signal?: AbortSignal | undefined
  /** The version that is held: an unchanged answer is `not_modified` and has no body. */
  etag?: string | null | undefined
}

export type SendOptions = Omit<AskOptions, 'etag'> & {
  /** Makes sending again safe: the same key with the same body is done once and answered alike. */
  idempotencyKey?: string | undefined
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
  /** What of an order can go back, and how; the order's token has to be one that may act. */
  returnOptions: (token: string, options?: AskOptions) => Promise<Answer<ReturnOptionsJson>>
  /** The token that may act, for whoever has one that only shows and knows the order's e-mail address. */
  proveOrder: (token: string, email: string, options?: SendOptions) => Promise<Answer<{ token: string }>>
  /** What a return would come to; nothing is kept. */
  quoteReturn: (
    token: string,
    choice: ReturnChoice,
    options?: SendOptions,
  ) => Promise<Answer<ReturnQuoteJson>>
  /** Sends a return, with the sum that was seen. */
  openReturn: (
    token: string,
    request: ReturnRequest,
    options?: SendOptions,
  ) => Promise<Answer<OpenedReturnJson>>
  /** A return, by its own token and number. */
  return: (token: string, number: string, options?: AskOptions) => Promise<Answer<ReturnJson>>
  cancelReturn: (
    token: string,
    number: string,
    body?: { version?: number },
    options?: SendOptions,
  ) => Promise<Answer<ReturnJson>>
  /** Sends it another way, or tells the number of a parcel of one's own. */
  changeMethod: (
    token: string,
    number: string,
    body: Pick<ReturnChoice, 'store' | 'pickupDay' | 'own'> & { method: string },
    options?: SendOptions,
  ) => Promise<Answer<ReturnJson>>
  /** Something else instead of what an exchange asked for. */
  changeExchange: (
    token: string,
    number: string,
    body: { key: string; outcome: ReturnItemJson['outcome']; sku?: string | null },
    options?: SendOptions,
  ) => Promise<Answer<ReturnJson>>
  /** Objects to what was deducted for an item. */
  contestDeduction: (
    token: string,
    number: string,
    body: { key: string; text: string },
    options?: SendOptions,
  ) => Promise<Answer<ReturnJson>>
}

/**
 * Reads a shop's orders, parcels and returns, and sends returns. Sends no cookie and no referrer; rejects when the network is away,
 * on abort and on a body that is no JSON.
 */
export function createClient({ origin, fetch: send = (...args) => fetch(...args) }: ClientOptions): Client {
  const base = origin.replace(/\/+$/, '')

  async function ask<T>(
    segments: string[],
    { locale, signal, etag, idempotencyKey }: AskOptions & SendOptions = {},
    body?: unknown,
  ): Promise<Answer<T>> {
    const query = locale ? `?locale=${encodeURIComponent(locale)}` : ''
    const headers = {
      ...(etag && { 'if-none-match': etag }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(idempotencyKey && { 'idempotency-key': idempotencyKey }),
    }
    const response = await send(`${base}/api/v1/${segments.map(encodeURIComponent).join('/')}${query}`, {
      // Our own tag is sent: a cache in between would hide the 304.
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
      ...(signal && { signal }),
      // Without a header of our own no preflight is needed.
      ...(Object.keys(headers).length > 0 && { headers }),
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
    returnOptions: (token, options) => ask(['o', token, 'returns'], options),
    proveOrder: (token, email, options) => ask(['o', token, 'returns', 'proof'], options, { email }),
    quoteReturn: (token, choice, options) => ask(['o', token, 'returns', 'quote'], options, choice),
    openReturn: (token, request, options) => ask(['o', token, 'returns'], options, request),
    return: (token, number, options) => ask(['r', token, number], options),
    cancelReturn: (token, number, body = {}, options) => ask(['r', token, number, 'cancel'], options, body),
    changeMethod: (token, number, body, options) => ask(['r', token, number, 'method'], options, body),
    changeExchange: (token, number, body, options) => ask(['r', token, number, 'exchange'], options, body),
    contestDeduction: (token, number, body, options) => ask(['r', token, number, 'contest'], options, body),
  }
}
