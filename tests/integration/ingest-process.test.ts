import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect as dial } from 'node:net'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { POST } from '@/app/api/webhooks/[provider]/[endpoint]/route'
import { openClient } from '@/db/client'
import { embeddedServer } from '@/db/embedded/embedded-server'
import { carriers } from '@/lib/carriers'
import type { ShopId } from '@/lib/core/ids'
import { WEBHOOK_LIMIT_BYTES } from '@/lib/services/ingest-webhook'
import { processInbox } from '@/lib/services/process-inbox'
import { ingestListener } from '@/scripts/ingest/listener'
import { signFor, TEST_SECRET } from '@/tests/fixtures/sign'
import { addShop, type TestContext, type TestShop, testContext, useContext } from '@/tests/support/context'
import { dataDirectories } from '@/tests/support/data-directories'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { effectsOf } from '@/tests/support/effects'
import { type Listening, listen } from '@/tests/support/listen'
import { bytesOf, parcelUpdate, scan } from '@/tests/support/post'

vi.mock('next/server', () => import('@/tests/support/after'))

const newDirectory = dataDirectories()
const moved = parcelUpdate({ scans: [scan('2026-11-20T10:02:00+01:00', 'in_transit.arrived')] })

let database: TestDatabase
let context: TestContext
let shop: TestShop
let server: Listening
const work: { shopId: ShopId; inboxId: string }[] = []
beforeAll(async () => {
  database = await createTestDatabase()
  context = testContext(database)
  useContext(context, database)
  shop = await addShop(context)
  server = await listen(
    ingestListener(
      async () => context,
      (piece) => work.push(piece),
    ),
  )
})
afterAll(async () => {
  await server.close()
  await database.drop()
})

const signed = (body: Uint8Array<ArrayBuffer>, now = context.now(), secret = TEST_SECRET): Headers => {
  const carrier = carriers.get('standard')
  if (!carrier) throw new Error('no provider standard')
  return signFor(carrier.signature, body, { now, secret })
}

const post = (target: TestShop, body: Uint8Array<ArrayBuffer>, headers = signed(body)) =>
  fetch(`${server.origin}/api/webhooks/standard/${target.endpoints.standard}`, {
    method: 'POST',
    headers,
    body,
  })

describe('the process for volume', () => {
  const endpoint = () => shop.endpoints.standard ?? ''
  const bad = bytesOf('{"type":"parcel.updated","data":{"scans":"none"}}')
  const cases = {
    'a genuine delivery': () => [bytesOf(moved), signed(bytesOf(moved)), endpoint()],
    'the same delivery again': () => [bytesOf(moved), signed(bytesOf(moved)), endpoint()],
    'a shape nobody knows': () => [bad, signed(bad), endpoint()],
    'a signed body that is no JSON': () => [bytesOf('{'), signed(bytesOf('{')), endpoint()],
    'another secret': () => [
      bytesOf(moved),
      signed(bytesOf(moved), context.now(), 'whsec_YW5vdGhlcg=='),
      endpoint(),
    ],
    'no signature': () => [bytesOf(moved), new Headers(), endpoint()],
    'an unknown address': () => [bytesOf(moved), signed(bytesOf(moved)), '0'.repeat(32)],
    'a body that is too long': () => [new Uint8Array(WEBHOOK_LIMIT_BYTES + 1), new Headers(), endpoint()],
  } satisfies Record<string, () => [Uint8Array<ArrayBuffer>, Headers, string]>

  it.each(Object.entries(cases))('answers %s as the route does', async (name, make) => {
    const [body, headers, at] = make()
    const byRoute = await POST(new Request('http://doorstep.test/', { method: 'POST', headers, body }), {
      params: Promise.resolve({ provider: 'standard', endpoint: at }),
    })
    const byProcess = await fetch(`${server.origin}/api/webhooks/standard/${at}`, {
      method: 'POST',
      headers,
      body,
    })
    const isFirst = name === 'a genuine delivery' || name === 'a shape nobody knows'
    const expected = await byRoute.json()
    expect(byProcess.status).toBe(byRoute.status)
    expect(await byProcess.json()).toEqual(isFirst ? { ...expected, duplicate: true } : expected)
    for (const header of ['content-type', 'cache-control'])
      expect(byProcess.headers.get(header)).toBe(byRoute.headers.get(header))
  })

  it('hands on what is to be processed, after the answer and once', async () => {
    const target = await addShop(context)
    work.length = 0
    const body = bytesOf(moved)
    expect((await post(target, body)).status).toBe(200)
    await vi.waitFor(() => expect(work).toHaveLength(1))
    expect((await post(target, body)).status).toBe(200)
    expect(await effectsOf(database, target.id)).toMatchObject({
      inbox: [{ state: 'received' }],
      waiting: 1,
      scans: 0,
    })
    for (const { shopId, inboxId } of work) await processInbox(context, shopId, inboxId)
    expect(work).toHaveLength(1)
    expect(await effectsOf(database, target.id)).toMatchObject({
      inbox: [{ state: 'processed' }],
      waiting: 0,
      scans: 1,
    })
  })

  it('knows no other address and no other method', async () => {
    const answer = async (path: string, method: string) => {
      const response = await fetch(server.origin + path, { method })
      const { type } = await response.json()
      return [response.status, type, response.headers.get('content-type')]
    }
    const PROBLEM = 'application/problem+json'
    for (const path of [
      '/',
      '/api/v1/orders/1',
      '/api/webhooks/standard',
      '/api/webhooks/standard/a/b',
      '/%zz',
    ])
      expect(await answer(path, 'POST')).toEqual([404, 'urn:doorstep:error:not_found', PROBLEM])
    expect(await answer('/api/webhooks/standard/a', 'GET')).toEqual([
      405,
      'urn:doorstep:error:method_not_allowed',
      PROBLEM,
    ])
    expect(await answer('/api/health', 'POST')).toEqual([
      405,
      'urn:doorstep:error:method_not_allowed',
      PROBLEM,
    ])
  })

  it('says how it is', async () => {
    const response = await fetch(`${server.origin}/api/health`)
    expect([response.status, await response.json()]).toEqual([
      200,
      {
        status: 'ok',
        database: { version: expect.stringMatching(/^\d+/), latencyMs: expect.any(Number) },
        queue: { due: expect.any(Number), oldestSeconds: expect.any(Number) },
        version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      },
    ])
  })

  it('is not well while the database is away', async () => {
    const away = await listen(
      ingestListener(
        () => Promise.reject(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })),
        () => {},
      ),
    )
    const health = await fetch(`${away.origin}/api/health`)
    expect([health.status, (await health.json()).type]).toEqual([503, 'urn:doorstep:error:unavailable'])
    const body = bytesOf(moved)
    const webhook = await fetch(`${away.origin}/api/webhooks/standard/a`, {
      method: 'POST',
      headers: signed(body),
      body,
    })
    expect([webhook.status, webhook.headers.get('retry-after')]).toEqual([503, '5'])
    await away.close()
  })

  it('answers 413 to a body without an announced end, and then listens no longer', async () => {
    const { port } = new URL(server.origin)
    const socket = dial(Number(port), '127.0.0.1')
    let answer = ''
    socket.on('data', (chunk) => {
      answer += String(chunk)
    })
    // The other side hangs up while we write: that is the point.
    socket.on('error', () => {})
    const closed = new Promise((resolve) => socket.once('close', resolve))
    socket.write(
      `POST /api/webhooks/standard/${endpoint()} HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\n`,
    )
    const chunk = Buffer.alloc(65_536)
    const writing = setInterval(() => {
      socket.write(`${chunk.length.toString(16)}\r\n`)
      socket.write(chunk)
      socket.write('\r\n')
    }, 5)
    await closed
    clearInterval(writing)
    expect(answer).toMatch(/^HTTP\/1\.1 413 /)
  })
})

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  return port
}

describe('`npm run ingest`', () => {
  it('shares the embedded database with the command line, and a kill between answer and parcel loses nothing', {
    timeout: 120_000,
  }, async () => {
    const port = await freePort()
    const dataDirectory = newDirectory()
    const env = {
      ...process.env,
      DOORSTEP_DATA_DIR: dataDirectory,
      DATABASE_URL: '',
      HOSTNAME: '',
      PORT: String(port),
    }
    const start = async () => {
      const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/ingest.ts'], {
        env,
        stdio: ['ignore', 'pipe', 'ignore'],
      })
      await once(child.stdout, 'data')
      return child
    }
    const doorstep = async (...argv: string[]) =>
      (
        await promisify(execFile)(process.execPath, ['--import', 'tsx', 'scripts/doorstep.ts', ...argv], {
          env,
        })
      ).stdout
    const stop = async (child: Awaited<ReturnType<typeof start>>, signal: NodeJS.Signals) => {
      const ended = once(child, 'exit')
      child.kill(signal)
      return (await ended)[0]
    }

    const first = await start()
    await doorstep('shop:create', 'alm', '--name', 'Alm', '--locale', 'de')
    const made = await doorstep('endpoint:create', 'alm', 'standard', '--secret', TEST_SECRET)
    const address = new URL(/^url\s+(\S+)$/m.exec(made)?.[1] ?? '').pathname
    const send = (number: string) => {
      const body = bytesOf(
        parcelUpdate({ number, scans: [scan('2026-11-20T10:02:00+01:00', 'in_transit.arrived')] }),
      )
      return fetch(`http://127.0.0.1:${port}${address}`, {
        method: 'POST',
        headers: signed(body, new Date()),
        body,
      })
    }
    const answers = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map((n) => send(`0034043416109400000${n}`)))
    await stop(first, 'SIGKILL')
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200))

    const second = await start()
    const server = await embeddedServer({ dataDirectory })
    const { sql, close } = openClient(server.target('superuser'), { max: 1 })
    const states = async () => (await sql`select state from inbox`).map(({ state }) => state)
    await expect.poll(states, { timeout: 10_000 }).toEqual(Array(8).fill('processed'))
    expect(await sql`select count(*)::int as count from scans`).toEqual([{ count: 8 }])
    await close()
    await server.release()
    expect(await stop(second, 'SIGTERM')).toBe(0)
  })
})
