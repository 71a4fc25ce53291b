import http, { type RequestListener } from 'node:http'
import https from 'node:https'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { isPublicAddress } from '@/lib/services/public-address'
import { type ResolveHost, type SafeFetchOptions, safeFetch } from '@/lib/services/safe-fetch'

const OPTIONS: SafeFetchOptions = {
  allowPrivate: false,
  maxBytes: 1000,
  timeoutMs: 3000,
  accept: 'application/json',
}
const OPERATOR: SafeFetchOptions = { ...OPTIONS, allowPrivate: true }

const resolvesTo =
  (...addresses: string[]): ResolveHost =>
  async () =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))

const opened: http.Server[] = []
afterEach(async () => {
  for (const server of opened.splice(0)) {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  }
})

/** A server on loopback; answers its port and counts the requests that reach it. */
async function serve(listener: RequestListener) {
  const seen: { host: string | undefined; accept: string | undefined }[] = []
  const server = http.createServer((request, response) => {
    seen.push({ host: request.headers.host, accept: request.headers.accept })
    listener(request, response)
  })
  opened.push(server)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return { port, seen, url: `http://127.0.0.1:${port}/jwks` }
}

const FORBIDDEN_LITERALS = [
  'https://127.0.0.1/',
  'https://127.1/',
  'https://2130706433/',
  'https://0x7f000001/',
  'https://0x7f.1/',
  'https://0177.0.0.1/',
  'https://017700000001/',
  'https://127.0.0.1./',
  'https://0.0.0.0/',
  'https://0/',
  'https://0.1.2.3/',
  'https://10.0.0.1/',
  'https://172.16.0.1/',
  'https://172.31.255.255/',
  'https://192.168.1.1/',
  'https://3232235777/',
  'https://169.254.169.254/latest/meta-data/',
  'https://0xa9fea9fe/',
  'https://100.64.0.1/',
  'https://100.127.255.254/',
  'https://192.0.0.1/',
  'https://192.0.2.1/',
  'https://198.18.0.1/',
  'https://198.51.100.7/',
  'https://203.0.113.9/',
  'https://224.0.0.1/',
  'https://240.0.0.1/',
  'https://255.255.255.255/',
  'https://[::]/',
  'https://[::1]/',
  'https://[0:0:0:0:0:0:0:1]/',
  'https://[::127.0.0.1]/',
  'https://[::ffff:127.0.0.1]/',
  'https://[::ffff:7f00:1]/',
  'https://[::ffff:8.8.8.8]/',
  'https://[::ffff:0:127.0.0.1]/',
  'https://[64:ff9b::127.0.0.1]/',
  'https://[64:ff9b::a9fe:a9fe]/',
  'https://[64:ff9b:1::7f00:1]/',
  'https://[2002:7f00:1::]/',
  'https://[2002:c0a8:101::1]/',
  'https://[2001:0:7f00:1::]/',
  'https://[2001:db8::1]/',
  'https://[3fff::1]/',
  'https://[fe80::1]/',
  'https://[fec0::1]/',
  'https://[fc00::1]/',
  'https://[fd12:3456:789a::1]/',
  'https://[ff02::1]/',
  'https://[100::1]/',
  'https://①②⑦.0.0.1/',
]

describe('an address outside the public internet', () => {
  it.each(FORBIDDEN_LITERALS)('is refused when written in the URL: %s', async (url) => {
    const never: ResolveHost = async () => {
      throw new Error('a literal address must not be resolved')
    }
    expect(await safeFetch(url, OPTIONS, never)).toEqual({ ok: false, error: 'address_refused' })
  })

  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '169.254.169.254',
    '::1',
    '::ffff:10.0.0.1',
    'fd00::1',
    'fe80::1%eth0',
    'nonsense',
  ])('is refused when a name resolves to it: %s', async (address) => {
    const result = await safeFetch('https://keys.example.com/', OPTIONS, resolvesTo(address))
    expect(result).toEqual({ ok: false, error: 'address_refused' })
  })

  it('is refused when it stands beside a public one, wherever in the list', async () => {
    for (const list of [
      ['93.184.215.14', '127.0.0.1'],
      ['127.0.0.1', '93.184.215.14'],
      ['2606:2800:21f:cb07:6820:80da:af6b:8b2c', '93.184.215.14', 'fd00::1'],
    ])
      expect(await safeFetch('https://keys.example.com/', OPTIONS, resolvesTo(...list))).toEqual({
        ok: false,
        error: 'address_refused',
      })
  })

  it('is refused through the system’s own resolver: localhost', async () => {
    expect(await safeFetch('https://localhost/', OPTIONS)).toEqual({ ok: false, error: 'address_refused' })
  })

  it('is told from a public one', () => {
    for (const address of [
      '8.8.8.8',
      '93.184.215.14',
      '172.32.0.1',
      '100.128.0.1',
      '2606:4700::1111',
      '2a00:1450::1',
    ])
      expect(isPublicAddress(address), address).toBe(true)
  })

  it('never sees a request, although a server listens there', async () => {
    const { seen, port } = await serve((_request, response) => response.end('{}'))
    for (const url of [
      `http://127.0.0.1:${port}/`,
      `https://127.0.0.1:${port}/`,
      `http://localhost:${port}/`,
    ])
      expect((await safeFetch(url, OPTIONS)).ok).toBe(false)
    expect(seen).toEqual([])
  })
})

describe('a URL of another form', () => {
  const refuse: ResolveHost = async () => {
    throw new Error('must be refused before any look-up')
  }
  it.each([
    ['not a url', 'url_invalid'],
    ['/relative', 'url_invalid'],
    ['https://', 'url_invalid'],
    ['https://[fe80::1%25eth0]/', 'url_invalid'],
    ['http://keys.example.com/', 'scheme_refused'],
    ['ftp://keys.example.com/', 'scheme_refused'],
    ['file:///etc/passwd', 'scheme_refused'],
    ['data:application/json,{}', 'scheme_refused'],
    ['https://user@keys.example.com/', 'userinfo_refused'],
    ['https://user:word@keys.example.com/', 'userinfo_refused'],
    ['https://keys.example.com:8443/', 'port_refused'],
    ['https://keys.example.com:22/', 'port_refused'],
  ])('is refused: %s', async (url, error) => {
    expect(await safeFetch(url, OPTIONS, refuse)).toEqual({ ok: false, error })
  })

  it.each([
    ['file:///etc/passwd', 'scheme_refused'],
    ['http://user:word@127.0.0.1/', 'userinfo_refused'],
  ])('is refused for the operator, too: %s', async (url, error) => {
    expect(await safeFetch(url, OPERATOR, refuse)).toEqual({ ok: false, error })
  })

  it('is accepted with the port of its scheme written out', async () => {
    const result = await safeFetch('https://keys.example.com:443/', OPTIONS, resolvesTo('127.0.0.1'))
    expect(result).toEqual({ ok: false, error: 'address_refused' })
  })
})

describe('a name', () => {
  it('without an address is an error of its own', async () => {
    const missing: ResolveHost = async () => {
      throw Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' })
    }
    for (const resolve of [missing, resolvesTo()])
      expect(await safeFetch('https://keys.example.com/', OPTIONS, resolve)).toEqual({
        ok: false,
        error: 'name_unresolved',
      })
  })

  it('is resolved once, dialled at the checked address, and kept in Host', async () => {
    const { port, seen } = await serve((_request, response) => response.end('{}'))
    let asked = 0
    const rebinding: ResolveHost = async () => {
      asked += 1
      return [{ address: asked === 1 ? '127.0.0.1' : '127.0.0.2', family: 4 }]
    }
    const result = await safeFetch(`http://keys.example.com:${port}/`, OPERATOR, rebinding)
    expect(result.ok).toBe(true)
    expect(asked).toBe(1)
    expect(seen).toEqual([{ host: `keys.example.com:${port}`, accept: 'application/json' }])
  })

  it('is named in the TLS handshake, where an unknown certificate is refused', async () => {
    const names: (string | undefined)[] = []
    const server = https.createServer({
      SNICallback: (name, done) => {
        names.push(name)
        done(new Error('no certificate here'))
      },
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const { port } = server.address() as AddressInfo
    const result = await safeFetch(`https://keys.example.com:${port}/`, OPERATOR, resolvesTo('127.0.0.1'))
    await new Promise((done) => server.close(done))
    expect(result).toEqual({ ok: false, error: 'connection_failed' })
    expect(names).toEqual(['keys.example.com'])
  })
})

describe('an answer', () => {
  it('comes back with status, headers and the untouched bytes', async () => {
    const bytes = Uint8Array.from([0, 255, 10, 13, 128])
    const { url } = await serve((_request, response) =>
      response.writeHead(200, { 'x-kind': ['a', 'b'] }).end(bytes),
    )
    const result = await safeFetch(url, OPERATOR)
    if (!result.ok) throw new Error(result.error)
    expect(result.value.status).toBe(200)
    expect(result.value.headers.get('x-kind')).toBe('a, b')
    expect([...result.value.body]).toEqual([...bytes])
  })

  it('with an error status is an answer', async () => {
    const { url } = await serve((_request, response) => response.writeHead(503).end('away'))
    expect(await safeFetch(url, OPERATOR)).toMatchObject({ ok: true, value: { status: 503 } })
  })

  it.each([301, 302, 303, 307, 308])(
    'that points elsewhere (%i) is an error and never followed',
    async (status) => {
      const target = await serve((_request, response) => response.end('secret'))
      const { url } = await serve((_request, response) =>
        response.writeHead(status, { location: target.url }).end(),
      )
      expect(await safeFetch(url, OPERATOR)).toEqual({ ok: false, error: 'redirect_refused' })
      expect(target.seen).toEqual([])
    },
  )

  it('may be as large as the limit, not a byte larger', async () => {
    const { url } = await serve((_request, response) => response.end('x'.repeat(1000)))
    expect(await safeFetch(url, OPERATOR)).toMatchObject({ ok: true })
    expect(await safeFetch(url, { ...OPERATOR, maxBytes: 999 })).toEqual({ ok: false, error: 'too_large' })
  })

  it('without a length is cut off while it flows', async () => {
    let written = 0
    const { url } = await serve((_request, response) => {
      const flow = () => {
        while (!response.destroyed && written < 50_000_000) {
          written += 10_000
          if (!response.write('x'.repeat(10_000))) return response.once('drain', flow)
        }
        return response.end()
      }
      flow()
    })
    expect(await safeFetch(url, OPERATOR)).toEqual({ ok: false, error: 'too_large' })
    expect(written).toBeLessThan(50_000_000)
  })

  it('that never begins is given up', async () => {
    const { url } = await serve(() => undefined)
    expect(await safeFetch(url, { ...OPERATOR, timeoutMs: 100 })).toEqual({ ok: false, error: 'timeout' })
  })

  it('that drips is given up, however often a byte comes', async () => {
    const { url } = await serve((_request, response) => {
      const drip = setInterval(() => response.write('x'), 20)
      response.on('close', () => clearInterval(drip))
    })
    expect(await safeFetch(url, { ...OPERATOR, timeoutMs: 150 })).toEqual({ ok: false, error: 'timeout' })
  })

  it('that breaks off is no answer', async () => {
    const { url } = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': '100' })
      response.write('half', () => response.destroy())
    })
    expect(await safeFetch(url, OPERATOR)).toEqual({ ok: false, error: 'connection_failed' })
  })

  it('can’t come from a port where nobody listens', async () => {
    const { port } = await serve((_request, response) => response.end())
    for (const server of opened.splice(0)) await new Promise((done) => server.close(done))
    expect(await safeFetch(`http://127.0.0.1:${port}/`, OPERATOR)).toEqual({
      ok: false,
      error: 'connection_failed',
    })
  })
})

describe('a resolver that hangs', () => {
  it('falls under the same time limit', async () => {
    const hangs: ResolveHost = () => new Promise(() => undefined)
    expect(await safeFetch('https://keys.example.com/', { ...OPTIONS, timeoutMs: 50 }, hangs)).toEqual({
      ok: false,
      error: 'timeout',
    })
  })
})
