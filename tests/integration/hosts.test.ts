import { NextRequest } from 'next/server'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { GET as allowed } from '@/app/api/domains/allowed/route'
import { DELETE, GET as one } from '@/app/api/v1/hosts/[host]/route'
import { POST as verify } from '@/app/api/v1/hosts/[host]/verify/route'
import { POST as add, GET as list } from '@/app/api/v1/hosts/route'
import { GET as nobodysPage } from '@/app/route'
import { getShop } from '@/db/queries/find-shop'
import { addHost } from '@/lib/services/add-host'
import type { ResolveTxt } from '@/lib/services/check-host-proof'
import { orderLinks } from '@/lib/services/order-links'
import type { SafeFetch } from '@/lib/services/safe-fetch'
import { type VerifyHostError, verifyHost } from '@/lib/services/verify-host'
import { proxy } from '@/proxy'
import { runVerb } from '@/scripts/run-verb'
import { addShop, type TestContext, type TestShop, testContext, useContext } from '@/tests/support/context'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'

let database: TestDatabase
let context: TestContext
let a: TestShop
let b: TestShop

vi.stubEnv('DOORSTEP_URL', 'https://orders.example')

/** The files of the internet, by address; what isn't there can't be reached. */
const files = new Map<string, { status: number; text: string }>()

beforeAll(async () => {
  database = await createTestDatabase()
  const fetch: SafeFetch = async (url) => {
    const file = files.get(url)
    if (!file) return { ok: false, error: 'name_unresolved' }
    return {
      ok: true,
      value: { status: file.status, headers: new Headers(), body: new TextEncoder().encode(file.text) },
    }
  }
  context = { ...testContext(database), fetch }
  useContext(context, database)
  a = await addShop(context)
  b = await addShop(context)
})
afterAll(() => database.drop())

const request = (shop: TestShop, body?: object) =>
  new Request('http://doorstep.test/', {
    method: body ? 'POST' : 'GET',
    headers: { authorization: `Bearer ${shop.apiKey}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  })
const at = (host: string) => ({ params: Promise.resolve({ host: encodeURIComponent(host) }) })
const nowhere = { params: Promise.resolve({}) }

type HostBody = {
  host: string
  verified: boolean
  verifiedAt: string | null
  proof: { dns: { name: string; value: string }; file: { url: string; content: string } }
}
type ProblemBody = {
  type: string
  status: number
  errors?: { pointer: string; code: string; detail: string }[]
}

const addOver = async (shop: TestShop, host: string) => {
  const response = await add(request(shop, { host }), nowhere)
  const body: HostBody & ProblemBody = await response.json()
  return { status: response.status, body }
}

const dns =
  (records: Record<string, string[][]>): ResolveTxt =>
  async (name) => {
    const found = records[name]
    if (!found) throw Object.assign(new Error(`queryTxt ENOTFOUND ${name}`), { code: 'ENOTFOUND' })
    return found
  }
const NOTHING = dns({})

/** Adds a host and proves it in the DNS. */
async function prove(shop: TestShop, host: string): Promise<void> {
  const { body } = await addOver(shop, host)
  const verified = await verifyHost(
    context,
    shop.id,
    host,
    dns({ [body.proof.dns.name]: [[body.proof.dns.value]] }),
  )
  expect(verified.ok).toBe(true)
}

const errorOf = async (...call: Parameters<typeof verifyHost>): Promise<VerifyHostError> => {
  const verified = await verifyHost(...call)
  if (verified.ok) throw new Error('it was verified')
  return verified.error
}
const owners = (host: string) => database.superuser.sql`select shop_id from lookup_hosts where host = ${host}`
const isAllowed = async (domain: string) =>
  (await allowed(new Request(`http://doorstep.test/?domain=${encodeURIComponent(domain)}`), nowhere)).status

describe('adding a host', () => {
  it('says what proves it, in the DNS or in a file', async () => {
    const { status, body } = await addOver(a, 'Orders.Bücher.example.')
    expect(status).toBe(201)
    const text = body.proof.dns.value
    expect(text).toMatch(/^doorstep-verification=[\w-]{22}$/)
    expect(body).toEqual({
      host: 'orders.xn--bcher-kva.example',
      verified: false,
      verifiedAt: null,
      proof: {
        dns: { type: 'TXT', name: '_doorstep.orders.xn--bcher-kva.example', value: text },
        file: {
          url: 'https://orders.xn--bcher-kva.example/.well-known/doorstep-verification.txt',
          content: text,
        },
      },
    })
  })

  it('again changes nothing', async () => {
    const first = await addOver(a, 'again.example.com')
    const second = await addOver(a, 'again.example.com')
    expect([first.status, second.status]).toEqual([201, 200])
    expect(second.body).toEqual(first.body)
  })

  it('gives each shop and each host a proof of its own', async () => {
    const proofs = [
      await addOver(a, 'one.example.com'),
      await addOver(b, 'one.example.com'),
      await addOver(a, 'two.example.com'),
    ].map(({ body }) => body.proof.dns.value)
    expect(new Set(proofs).size).toBe(3)
  })

  it.each([
    ['192.0.2.1', 'invalid_body'],
    ['com', 'invalid_body'],
    ['https://a.example.com', 'invalid_body'],
    ['orders.example', 'own_host'],
    ['ORDERS.example.', 'own_host'],
  ])('refuses %s', async (host, code) => {
    const { status, body } = await addOver(a, host)
    expect(status).toBe(422)
    expect(body.type).toBe(`urn:doorstep:error:${code}`)
    if (code === 'invalid_body') expect(body.errors?.[0]?.pointer).toBe('/host')
  })

  it('refuses fields that it does not know, and asks for a key', async () => {
    const unknown = await add(request(a, { host: 'x.example.com', verified: true }), nowhere)
    expect(unknown.status).toBe(422)
    const nobody = await add(new Request('http://doorstep.test/', { method: 'POST', body: '{}' }), nowhere)
    expect(nobody.status).toBe(401)
  })

  it('serves nothing yet', async () => {
    await addOver(a, 'unproven.example.com')
    expect(await owners('unproven.example.com')).toEqual([])
    expect(await isAllowed('unproven.example.com')).toBe(404)
  })
})

describe('proving a host', () => {
  it('takes the TXT record, also in parts and among others', async () => {
    const { body } = await addOver(a, 'dns.example.com')
    const { name, value } = body.proof.dns
    const records = { [name]: [['v=spf1 -all'], [value.slice(0, 10), value.slice(10)]] }
    const verified = await verifyHost(context, a.id, 'dns.example.com', dns(records))
    expect(verified).toMatchObject({
      ok: true,
      value: { host: 'dns.example.com', verifiedAt: context.now() },
    })
    expect(await owners('dns.example.com')).toEqual([{ shop_id: a.id }])
    const response = await one(request(a), at('DNS.example.com'))
    expect(await response.json()).toMatchObject({ verified: true, verifiedAt: context.now().toISOString() })
  })

  it('takes the file', async () => {
    const { body } = await addOver(a, 'file.example.com')
    const { url, content } = body.proof.file
    files.set(url, { status: 200, text: `${content}\n` })
    expect(await verifyHost(context, a.id, 'file.example.com', NOTHING)).toMatchObject({ ok: true })
  })

  it.each<[string, ResolveTxt, { status: number; text: string } | null, [string, string]]>([
    ['nothing', NOTHING, null, ['record_missing', 'name_unresolved']],
    [
      'an empty answer',
      dns({ '_doorstep.wrong.example.com': [] }),
      null,
      ['record_missing', 'name_unresolved'],
    ],
    [
      'somebody else’s proof',
      dns({ '_doorstep.wrong.example.com': [['doorstep-verification=AAAAAAAAAAAAAAAAAAAAAA']] }),
      { status: 200, text: 'doorstep-verification=AAAAAAAAAAAAAAAAAAAAAA' },
      ['record_differs', 'file_differs'],
    ],
    [
      'the file’s place with an error',
      NOTHING,
      { status: 404, text: '' },
      ['record_missing', 'status_differs'],
    ],
    [
      'name servers that are away',
      async () => {
        throw Object.assign(new Error('queryTxt ESERVFAIL'), { code: 'ESERVFAIL' })
      },
      null,
      ['dns_unavailable', 'name_unresolved'],
    ],
  ])('finds %s and says so', async (_what, resolve, file, codes) => {
    const { body } = await addOver(a, 'wrong.example.com')
    if (file) files.set(body.proof.file.url, file)
    else files.delete(body.proof.file.url)
    const error = await errorOf(context, a.id, 'wrong.example.com', resolve)
    expect(error).toMatchObject({ code: 'host_unproven', faults: codes.map((code) => ({ code })) })
    expect(await owners('wrong.example.com')).toEqual([])
  })

  it('takes no page that merely contains the proof', async () => {
    const { body } = await addOver(a, 'echo.example.com')
    const { url, content } = body.proof.file
    files.set(url, { status: 200, text: `<p>You asked for ${content}</p>` })
    expect(await errorOf(context, a.id, 'echo.example.com', NOTHING)).toMatchObject({ code: 'host_unproven' })
  })

  it('says over the API what stands in either place', async () => {
    await addOver(a, 'api.invalid.example.com')
    const response = await verify(request(a, {}), at('api.invalid.example.com'))
    const body: ProblemBody = await response.json()
    expect(response.status).toBe(422)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(body.type).toBe('urn:doorstep:error:host_unproven')
    expect(body.errors?.map(({ pointer }) => pointer)).toEqual(['/proof/dns', '/proof/file'])
    expect(body.errors?.[1]?.detail).toContain('https://api.invalid.example.com/.well-known/')
  })

  it('needs the host to be added, by this shop', async () => {
    expect(await errorOf(context, a.id, 'never.example.com', NOTHING)).toEqual({ code: 'not_found' })
    await addOver(a, 'mine.example.com')
    expect(await errorOf(context, b.id, 'mine.example.com', NOTHING)).toEqual({ code: 'not_found' })
    expect((await verify(request(b, {}), at('mine.example.com'))).status).toBe(404)
    expect((await verify(request(b, {}), at('no host'))).status).toBe(404)
  })

  it('again keeps the day, and a lost proof ends nothing', async () => {
    await prove(a, 'kept.example.com')
    const day = context.now()
    context.pass(3600)
    await prove(a, 'kept.example.com')
    expect(await errorOf(context, a.id, 'kept.example.com', NOTHING)).toMatchObject({ code: 'host_unproven' })
    const response = await one(request(a), at('kept.example.com'))
    expect(await response.json()).toMatchObject({ verified: true, verifiedAt: day.toISOString() })
  })
})

describe('a host that a shop has proven', () => {
  it('can’t be added or taken by another', async () => {
    await addOver(b, 'taken.example.com')
    await prove(a, 'taken.example.com')
    expect(await addHost(context, b.id, 'taken.example.com')).toEqual({
      ok: false,
      error: { code: 'host_taken' },
    })
    const { body } = await addOver(a, 'taken.example.com')
    expect(body.verified).toBe(true)
    const everywhere: ResolveTxt = async () => [[body.proof.dns.value], [(await proofOf(b)).value]]
    expect(await errorOf(context, b.id, 'taken.example.com', everywhere)).toEqual({ code: 'host_taken' })
    expect(await owners('taken.example.com')).toEqual([{ shop_id: a.id }])
    const refused = await addOver(b, 'taken.example.com')
    expect(refused).toMatchObject({ status: 409, body: { type: 'urn:doorstep:error:host_taken' } })
  })

  it('is another’s after it was given up and proven', async () => {
    await prove(a, 'moved.example.com')
    expect((await DELETE(request(b), at('moved.example.com'))).status).toBe(404)
    expect(await owners('moved.example.com')).toEqual([{ shop_id: a.id }])
    expect((await DELETE(request(a), at('moved.example.com'))).status).toBe(204)
    expect((await DELETE(request(a), at('moved.example.com'))).status).toBe(404)
    expect(await owners('moved.example.com')).toEqual([])
    await prove(b, 'moved.example.com')
    expect(await owners('moved.example.com')).toEqual([{ shop_id: b.id }])
  })

  it('goes to one of two that prove it at the same moment', async () => {
    const proofs = [await addOver(a, 'race.example.com'), await addOver(b, 'race.example.com')].map(
      ({ body }) => [body.proof.dns.value],
    )
    const results = await Promise.all(
      [a, b].map(({ id }) => verifyHost(context, id, 'race.example.com', async () => proofs)),
    )
    expect(results.filter(({ ok }) => ok).length).toBe(1)
    expect((await owners('race.example.com')).length).toBe(1)
  })

  it('may have a certificate, and nothing else may', async () => {
    await prove(a, 'tls.example.com')
    expect(await isAllowed('tls.example.com')).toBe(200)
    expect(await isAllowed('TLS.example.com.')).toBe(200)
    for (const domain of ['sub.tls.example.com', 'example.com', 'orders.example', '127.0.0.1', '', 'a\0b'])
      expect(await isAllowed(domain), domain).toBe(404)
    expect((await allowed(new Request('http://doorstep.test/'), nowhere)).status).toBe(404)
  })

  it('is in its shop’s list alone', async () => {
    const hosts = async (shop: TestShop) => {
      const body: { hosts: HostBody[] } = await (await list(request(shop), nowhere)).json()
      return body.hosts.map(({ host }) => host)
    }
    expect(await hosts(a)).toContain('tls.example.com')
    expect(await hosts(b)).not.toContain('tls.example.com')
  })

  it('is where links in mails lead: the one that was proven first', async () => {
    const shop = await addShop(context)
    const link = async () => orderLinks(context, await getShop(context.db, shop.id), 'order', 'en').order
    expect(await link()).toMatch(new RegExp(`^https://orders\\.example/${shop.shop.slug}/en/o/`))
    await addOver(shop, 'aaa.mail.example.com')
    await prove(shop, 'zzz.mail.example.com')
    expect(await link()).toMatch(/^https:\/\/zzz\.mail\.example\.com\/en\/o\//)
    context.pass(1)
    await prove(shop, 'aaa.mail.example.com')
    expect(await link()).toMatch(/^https:\/\/zzz\.mail\.example\.com\/en\/o\//)
  })
})

const proofOf = async (shop: TestShop) => {
  const response = await one(request(shop), at('taken.example.com'))
  const body: HostBody = await response.json()
  return body.proof.dns
}

describe('the proxy', () => {
  let slug: string
  const HOST = 'shop.proxy.example.com'

  beforeAll(async () => {
    const shop = await addShop(context, { locales: ['de', 'en'] })
    slug = shop.shop.slug
    await prove(shop, HOST)
  })

  const ask = (
    host: string,
    path: string,
    init: { method?: string; headers?: Record<string, string> } = {},
  ) =>
    proxy(
      new NextRequest(`http://localhost:3000${path}`, {
        method: init.method ?? 'GET',
        headers: { host, ...init.headers },
      }),
    )
  const inside = (response: Response) => {
    const url = response.headers.get('x-middleware-rewrite')
    return url?.replace('http://localhost:3000', '')
  }
  const told = (response: Response) => response.headers.get('x-middleware-request-x-doorstep-host')
  const leadsTo = (response: Response) =>
    response.headers.get('location')?.replace('http://localhost:3000', '')

  it.each(['localhost:3000', '127.0.0.1', '[::1]:3000', 'orders.example', 'ORDERS.example.:443'])(
    'leaves our own host %s as it is',
    async (host) => {
      const response = await ask(host, `/${slug}/de`)
      expect(response.headers.get('x-middleware-next')).toBe('1')
      expect(told(response)).toBeNull()
    },
  )

  it('drops what a client says under our name', async () => {
    const headers = { 'x-doorstep-host': 'evil.example' }
    const ours = await ask('localhost', `/${slug}/de`, { headers })
    expect(ours.headers.get('x-middleware-override-headers')?.split(',')).not.toContain('x-doorstep-host')
    expect(ours.headers.get('x-middleware-override-headers')).toContain('host')
    expect(told(await ask(HOST, '/de', { headers }))).toBe(HOST)
    expect(told(await ask('nobody.example.com', '/de', { headers }))).toBeNull()
  })

  it.each([HOST, `${HOST}:8443`, `${HOST.toUpperCase()}.`])(
    'puts the shop’s segment back for %s',
    async (host) => {
      const response = await ask(host, '/de/o/key.token?a=b%26c')
      expect(inside(response)).toBe(`/${slug}/de/o/key.token?a=b%26c`)
      expect(told(response)).toBe(HOST)
    },
  )

  it('lets the look-up find the reader’s language', async () => {
    expect(inside(await ask(HOST, '/'))).toBe(`/${slug}`)
  })

  it.each([
    ['/returns', {}, '/de/returns'],
    ['/withdraw', { 'accept-language': 'en-GB' }, '/en/withdraw'],
    ['/withdraw', { 'accept-language': 'fr' }, '/de/withdraw'],
    ['/returns?locale=en&order=A%2FB', {}, '/en/returns?locale=en&order=A%2FB'],
  ])('leads %s to a language', async (path, headers, place) => {
    const response = await ask(HOST, path, { headers })
    expect(response.status).toBe(307)
    expect(leadsTo(response)).toBe(place)
    expect(response.headers.get('vary')).toContain('accept-language')
  })

  it('takes a slash at the end off, on any host of ours', async () => {
    for (const host of [HOST, 'localhost']) {
      const response = await ask(host, '/de/?a=b')
      expect([response.status, leadsTo(response)]).toEqual([308, '/de?a=b'])
    }
  })

  it('leads to no other host', async () => {
    for (const path of ['//evil.example/', '/\\evil.example/', '//evil.example//'])
      expect(leadsTo(await ask(HOST, path)), path).toMatch(/^\/[^/\\]/)
  })

  it('shows on a shop’s host no other shop and no console', async () => {
    expect(inside(await ask(HOST, `/${a.shop.slug}/de`))).toBe(`/${slug}/${a.shop.slug}/de`)
    expect(inside(await ask(HOST, `/e/${a.shop.slug}/de`))).toBe(`/${slug}/e/${a.shop.slug}/de`)
    expect(inside(await ask(HOST, '/console'))).toBe(`/${slug}/console`)
    const framed = await ask(HOST, `/e/${slug}/de`)
    expect([framed.headers.get('x-middleware-next'), told(framed)]).toEqual(['1', HOST])
  })

  it.each([
    'nobody.example.com',
    '203.0.113.7',
    'sub.shop.proxy.example.com',
    'a b',
    'localhost.evil.example',
  ])('leads every address of the unknown host %s to nobody’s page', async (host) => {
    for (const path of ['/', `/${slug}/de`, '/console', `/e/${slug}/de/`])
      expect(inside(await ask(host, path))).toBe('/')
  })

  it('lets nobody’s page say neutrally that there is no shop', async () => {
    const response = await nobodysPage(
      new Request('http://localhost/', { headers: { host: 'nobody.example.com' } }),
    )
    expect(response.status).toBe(404)
    expect(await response.text()).toContain('Doorstep')
  })
})

describe('the command line', () => {
  const run = async (...argv: string[]) => {
    const lines: string[] = []
    const say = (line: string) => void lines.push(line)
    const code = await runVerb(argv, { context: async () => context, out: say, err: say })
    return { code, text: lines.join('\n') }
  }

  it('adds a host and says what to publish', async () => {
    const { code, text } = await run('host:add', a.shop.slug, 'CLI.example.com')
    expect(code).toBe(0)
    expect(text).toMatch(/_doorstep\.cli\.example\.com\n\s+doorstep-verification=/)
  })

  it('verifies by the file', async () => {
    const { body } = await addOver(a, 'cli-file.example.com')
    files.set(body.proof.file.url, { status: 200, text: body.proof.file.content })
    expect(await run('host:verify', a.shop.slug, 'cli-file.example.com')).toEqual({
      code: 0,
      text: 'https://cli-file.example.com',
    })
  })

  it('says why not', async () => {
    expect((await run('host:add', a.shop.slug, 'com')).text).toContain('has one part only')
    expect((await run('host:add', a.shop.slug, 'orders.example')).code).toBe(1)
    expect((await run('host:add', 'nobody-here', 'x.example.com')).code).toBe(1)
    expect((await run('host:verify', a.shop.slug, 'not-added.example.com')).text).toContain(
      'is not added yet',
    )
    expect(await run('host:verify', a.shop.slug, 'api.invalid.example.com')).toMatchObject({
      code: 1,
      text: expect.stringContaining('is not proven yet'),
    })
  })
})
