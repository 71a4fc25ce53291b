import type { RequestListener } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, it } from 'vitest'
import { safeFetch } from '@/lib/services/safe-fetch'
import { type Listening, listen } from '@/tests/support/listen'

const LIMITS = { allowPrivate: true, maxBytes: 1000, timeoutMs: 2000, accept: 'text/plain' }

let server: Listening | undefined
afterEach(async () => {
  await server?.close()
  server = undefined
})

const serve = async (listener: RequestListener) => {
  server = await listen(listener)
  return `${server.origin}/feed`
}

/** What a receiver was given, and what was answered. */
async function receive(url: string, more: Partial<typeof LIMITS> = {}) {
  let got = ''
  const answer = await safeFetch(url, {
    ...LIMITS,
    ...more,
    receive: async (body) => {
      for await (const chunk of body) got += String(chunk)
    },
  })
  return { got, answer }
}

describe('a body that is handed over as it comes', () => {
  it('reaches its receiver whole; the answer tells the rest', async () => {
    const url = await serve((_request, response) => {
      response.writeHead(200, { etag: '"7"' })
      response.write('one ')
      setTimeout(() => response.end('two'), 20)
    })
    const { got, answer } = await receive(url)
    expect(got).toBe('one two')
    expect(answer).toMatchObject({ ok: true, value: { status: 200, body: new Uint8Array() } })
    expect(answer.ok && answer.value.headers.get('etag')).toBe('"7"')
  })

  it('is none where the answer says that nothing has changed, or that something is wrong', async () => {
    for (const status of [304, 404]) {
      const url = await serve((_request, response) => response.writeHead(status).end())
      const { got, answer } = await receive(url)
      expect(got).toBe('')
      expect(answer).toMatchObject({ ok: true, value: { status } })
      await server?.close()
      server = undefined
    }
  })

  it('is cut off where it is longer than it may be, with a length or without', async () => {
    for (const headers of [{}, { 'content-length': '2000' }]) {
      const url = await serve((_request, response) => {
        response.writeHead(200, headers)
        response.end('x'.repeat(2000))
      })
      const { got, answer } = await receive(url)
      expect(answer).toEqual({ ok: false, error: 'too_large' })
      expect(got.length).toBeLessThanOrEqual(1000)
      await server?.close()
      server = undefined
    }
  })

  it('is no answer where it breaks off, or drips past the time', async () => {
    const broken = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': '100' })
      response.write('half', () => response.destroy())
    })
    expect((await receive(broken)).answer).toEqual({ ok: false, error: 'connection_failed' })
    await server?.close()
    const slow = await serve((_request, response) => {
      response.writeHead(200)
      const drip = setInterval(() => response.write('.'), 20)
      response.on('close', () => clearInterval(drip))
    })
    expect((await receive(slow, { timeoutMs: 200 })).answer).toEqual({ ok: false, error: 'timeout' })
  })

  it('whose receiver fails is the receiver’s failure', async () => {
    const url = await serve((_request, response) => response.end('text'))
    await expect(
      safeFetch(url, {
        ...LIMITS,
        receive: async (body) => {
          await text(body)
          throw new Error('the disk is full')
        },
      }),
    ).rejects.toThrow('the disk is full')
  })
})
