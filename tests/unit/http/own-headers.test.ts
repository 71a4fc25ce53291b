import { once } from 'node:events'
import { type IncomingHttpHeaders, request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { config } from '@/proxy'
import { ownHeaders } from '@/scripts/http/own-headers'
import { type Listening, listen } from '@/tests/support/listen'

vi.mock('@/lib/env', () => ({ env: () => ({ url: 'https://doorstep.example.com' }) }))

let server: Listening

beforeAll(async () => {
  server = await listen((incoming, response) => {
    ownHeaders(incoming)
    response.end(JSON.stringify(incoming.headers))
  })
})
afterAll(() => server.close())

async function ask(path: string, headers: Record<string, string>): Promise<IncomingHttpHeaders> {
  const { hostname, port } = new URL(server.origin)
  const [incoming] = await once(request({ hostname, port, path, headers }).end(), 'response')
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk)
  return JSON.parse(Buffer.concat(chunks).toString('utf8'))
}

const FORGED = {
  'x-doorstep-host': 'evil.example',
  'x-doorstep-ours': '1',
  'x-doorstep-peer': '198.51.100.1',
  'x-middleware-subrequest': 'proxy',
}

describe('the headers of a request', () => {
  it('lose what only our own parts may say', async () => {
    const headers = await ask('/', { host: 'orders.example.com', ...FORGED })
    expect(headers).not.toHaveProperty('x-doorstep-host')
    expect(headers).not.toHaveProperty('x-doorstep-ours')
    expect(headers).not.toHaveProperty('x-middleware-subrequest')
    expect(headers['x-doorstep-peer']).toBe('127.0.0.1')
  })

  it.each(['doorstep.example.com', 'DOORSTEP.example.com:443', 'localhost:3000', '127.0.0.1'])(
    'say that %s is our own host',
    async (host) => {
      for (const path of ['/', '/alp/de', '/alp/de?next=/'])
        expect(await ask(path, { host }), path).toHaveProperty('x-doorstep-ours')
    },
  )

  it('leave every other host to the proxy, and a slash at the end', async () => {
    for (const host of ['orders.example.com', 'evil-doorstep.example.com', 'localhost.evil.example'])
      expect(await ask('/alp/de', { host }), host).not.toHaveProperty('x-doorstep-ours')
    for (const path of ['/alp/de/', '/alp/de/?a=b'])
      expect(await ask(path, { host: 'localhost' }), path).not.toHaveProperty('x-doorstep-ours')
  })

  it('are the ones that the proxy waits for', () => {
    expect(config.matcher[0]?.missing).toEqual([{ type: 'header', key: 'x-doorstep-ours' }])
  })
})
