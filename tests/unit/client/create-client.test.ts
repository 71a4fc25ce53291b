import { describe, expect, it } from 'vitest'
import { createClient } from '@/lib/client'
import { orderAnswer, parcelAnswer } from '@/tests/support/order-answer'

type Sent = { url: string; init: RequestInit | undefined }

/** A client whose network answers this. */
function clientFor(answer: () => Response, origin = 'https://doorstep.example') {
  const sent: Sent[] = []
  const client = createClient({
    origin,
    fetch: async (url, init) => {
      sent.push({ url: String(url), init })
      return answer()
    },
  })
  return { client, sent }
}

const problem = (status: number, headers: Record<string, string> = {}) =>
  Response.json(
    { type: 'urn:doorstep:error:rate_limited', title: 'Too many requests', status, detail: 'Wait a little.' },
    { status, headers: { 'content-type': 'application/problem+json', ...headers } },
  )

describe('the client', () => {
  it('reads an order with its tag', async () => {
    const order = orderAnswer(['tomorrow'])
    const { client, sent } = clientFor(() => Response.json(order, { headers: { etag: '"a"' } }))
    expect(await client.order('ag.abc', { locale: 'de' })).toEqual({ ok: true, value: order, etag: '"a"' })
    expect(sent[0]?.url).toBe('https://doorstep.example/api/v1/o/ag.abc?locale=de')
  })

  it('reads a parcel by its shop and number, whatever is in them', async () => {
    const parcel = parcelAnswer('out')
    const { client, sent } = clientFor(() => Response.json(parcel), 'https://host.example/orders/')
    expect(await client.parcel('alpenglueck', 'A/B 1')).toEqual({ ok: true, value: parcel, etag: null })
    expect(sent[0]?.url).toBe('https://host.example/orders/api/v1/p/alpenglueck/A%2FB%201')
  })

  it('sends neither cookie nor referrer, and no header that would ask a browser for a preflight', async () => {
    const { client, sent } = clientFor(() => Response.json(orderAnswer([])))
    await client.order('t')
    expect(sent[0]?.init).toEqual({ cache: 'no-store', credentials: 'omit', referrerPolicy: 'no-referrer' })
  })

  it('asks with what is held, and says that nothing has changed', async () => {
    const { client, sent } = clientFor(() => new Response(null, { status: 304 }))
    expect(await client.order('t', { etag: '"a"' })).toEqual({ ok: false, error: 'not_modified' })
    expect(sent[0]?.init?.headers).toEqual({ 'if-none-match': '"a"' })
  })

  it('says that there is no such thing', async () => {
    const { client } = clientFor(() => problem(404))
    expect(await client.parcel('s', '1')).toEqual({ ok: false, error: 'not_found' })
  })

  it('passes a refusal on, and how long to wait', async () => {
    const { client } = clientFor(() => problem(429, { 'retry-after': '30' }))
    expect(await client.order('t')).toEqual({
      ok: false,
      error: 'problem',
      problem: {
        status: 429,
        type: 'urn:doorstep:error:rate_limited',
        title: 'Too many requests',
        detail: 'Wait a little.',
        errors: [],
        retryAfterSeconds: 30,
      },
    })
  })

  it('understands a refusal of somebody in between', async () => {
    const { client } = clientFor(
      () => new Response('<h1>Bad gateway</h1>', { status: 502, statusText: 'Bad Gateway' }),
    )
    expect(await client.order('t')).toMatchObject({
      error: 'problem',
      problem: {
        status: 502,
        type: 'about:blank',
        title: 'Bad Gateway',
        detail: null,
        retryAfterSeconds: null,
      },
    })
  })

  it('reads and writes returns at their own addresses', async () => {
    const { client, sent } = clientFor(() => Response.json({}))
    const choice = { items: [{ line: '1', quantity: 1, reason: 'mind', outcome: 'refund' as const }] }
    await client.returnOptions('t', { locale: 'de' })
    await client.quoteReturn('t', choice)
    await client.openReturn('t', { ...choice, method: 'label', seen: 's' }, { idempotencyKey: 'once' })
    await client.proveOrder('t', 'resi@example.org')
    await client.return('r', 'R7K2-M4QX', { etag: '"a"' })
    await client.cancelReturn('r', 'R7K2-M4QX', { version: 3 })
    await client.contestDeduction('r', 'R7K2-M4QX', { key: '1', text: 'No.' })
    await client.changeMethod('r', 'R7K2-M4QX', { method: 'label' })
    await client.changeExchange('r', 'R7K2-M4QX', { key: '1', outcome: 'refund' })
    expect(
      sent.map(
        ({ url, init }) => `${init?.method ?? 'GET'} ${url.replace('https://doorstep.example/api/v1', '')}`,
      ),
    ).toEqual([
      'GET /o/t/returns?locale=de',
      'POST /o/t/returns/quote',
      'POST /o/t/returns',
      'POST /o/t/returns/proof',
      'GET /r/r/R7K2-M4QX',
      'POST /r/r/R7K2-M4QX/cancel',
      'POST /r/r/R7K2-M4QX/contest',
      'POST /r/r/R7K2-M4QX/method',
      'POST /r/r/R7K2-M4QX/exchange',
    ])
    expect(sent[2]?.init?.headers).toEqual({ 'content-type': 'application/json', 'idempotency-key': 'once' })
    expect(JSON.parse(String(sent[2]?.init?.body))).toEqual({ ...choice, method: 'label', seen: 's' })
    expect(sent[4]?.init?.headers).toEqual({ 'if-none-match': '"a"' })
  })

  it('throws when the network is away, when it is aborted and when the body is broken', async () => {
    const away = createClient({
      origin: 'https://x.example',
      fetch: () => Promise.reject(new TypeError('away')),
    })
    await expect(away.order('t')).rejects.toThrow('away')
    const aborted = createClient({ origin: 'http://127.0.0.1:9' })
    await expect(aborted.order('t', { signal: AbortSignal.abort() })).rejects.toThrow(/abort/i)
    const { client } = clientFor(() => new Response('<html>'))
    await expect(client.order('t')).rejects.toThrow(SyntaxError)
  })
})
