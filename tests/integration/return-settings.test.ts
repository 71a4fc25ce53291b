import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { PUT as writeOrder } from '@/app/api/v1/orders/[number]/route'
import { GET, PUT } from '@/app/api/v1/return-settings/route'
import { readReturnSettings } from '@/db/queries/read-return-settings'
import { withShop } from '@/db/with-shop'
import { createApiKey } from '@/lib/services/create-api-key'
import { openReturnSecrets } from '@/lib/services/returns/return-secrets'
import { runVerb } from '@/scripts/run-verb'
import { addShop, type TestContext, type TestShop, testContext, useContext } from '@/tests/support/context'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'

vi.mock('next/server', () => import('@/tests/support/after'))

const RANGE = { name: 'back', scheme: 's10', prefix: 'RR', suffix: 'DE', first: 1, last: 99 }
const nowhere = { params: Promise.resolve({}) }

let database: TestDatabase
let context: TestContext
let shop: TestShop
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  context = testContext(database)
  useContext(context, database)
  shop = await addShop(context, {}, [])
})

const headersOf = (apiKey: string) => ({
  authorization: `Bearer ${apiKey}`,
  'content-type': 'application/json',
})
const read = async (of = shop) =>
  (await GET(new Request('http://doorstep.test/', { headers: headersOf(of.apiKey) }), nowhere)).json()
async function write(body: object, apiKey = shop.apiKey) {
  const init = { method: 'PUT', headers: headersOf(apiKey), body: JSON.stringify(body) }
  const response = await PUT(new Request('http://doorstep.test/', init), nowhere)
  return { status: response.status, body: await response.json() }
}
const secretsOf = async () => {
  const { secrets } = await withShop(context.db, shop.id, (tx) => readReturnSettings(tx, shop.id))
  return openReturnSecrets(context.keyring, shop.id, secrets)
}

describe('the settings of a shop’s returns', () => {
  it('are the built-in ones until somebody says otherwise', async () => {
    expect(await read()).toEqual({
      parcel: { weightGrams: 1000, lengthMm: 350, widthMm: 250, heightMm: 100 },
      ranges: {},
      labels: {},
      money: { backend: 'webhook', url: null },
      secrets: [],
      missing: [],
    })
  })

  it('are replaced whole, and belong to their shop alone', async () => {
    const { status, body } = await write({ ranges: { dhl: RANGE }, labels: { easypost: {} } })
    expect(status).toBe(200)
    expect(body).toMatchObject({ missing: ['easypost'], webhookSecret: null })
    expect(await read()).toMatchObject({ ranges: { dhl: { ...RANGE, symbology: 'code128' } } })
    await write({})
    expect(await read()).toMatchObject({ ranges: {}, labels: {}, missing: [] })
    await write({ ranges: { dhl: RANGE } })
    expect(await read(await addShop(context, {}, []))).toMatchObject({ ranges: {} })
  })

  it('tell the names of secrets and never the secrets, in an answer, or in the database', async () => {
    const { body } = await write({ labels: { shippo: {} }, secrets: { shippo: 'shippo_live_1' } })
    expect(body).toMatchObject({
      missing: [],
      secrets: [{ name: 'shippo', addedAt: context.now().toISOString() }],
    })
    expect(JSON.stringify([body, await read()])).not.toContain('shippo_live_1')
    const rows = await database.superuser.sql`select secrets::text from return_settings`
    expect(JSON.stringify(rows)).not.toContain('shippo_live_1')
    expect(await secretsOf()).toEqual({ shippo: 'shippo_live_1' })
  })

  it('keep a secret that is left out, and lose one that is null', async () => {
    await write({ secrets: { shippo: 'shippo_live_1', easypost: 'easypost_1' } })
    await write({ secrets: { easypost: null } })
    expect(await secretsOf()).toEqual({ shippo: 'shippo_live_1' })
  })

  it('make a secret for webhooks when they get an address, show it once, and another when asked', async () => {
    const money = { backend: 'webhook', url: 'https://shop.example/hooks' }
    const first = await write({ money })
    expect(first.body.webhookSecret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    expect((await secretsOf()).webhook).toBe(first.body.webhookSecret)
    expect(JSON.stringify(await read())).not.toContain('whsec_')
    const again = await write({ money })
    expect(again.body.webhookSecret).toBeNull()
    const other = await write({ money, secrets: { webhook: null } })
    expect(other.body.webhookSecret).not.toBe(first.body.webhookSecret)
    const own = `whsec_${Buffer.alloc(24, 7).toString('base64')}`
    expect((await write({ money, secrets: { webhook: own } })).body.webhookSecret).toBeNull()
    expect((await secretsOf()).webhook).toBe(own)
  })

  it.each([
    [{ surprise: 1 }, '/surprise'],
    [{ money: { backend: 'webhook', url: 'no address' } }, '/money/url'],
    [{ money: { backend: 'woocommerce', url: 'https://shop.example' } }, '/money/consumerKey'],
    [{ secrets: { paypal: 'x' } }, '/secrets/paypal'],
    [{ secrets: { webhook: 'whsec_short' } }, '/secrets/webhook'],
    [{ secrets: { easypost: 'with\nline' } }, '/secrets/easypost'],
    [{ ranges: { dhl: { ...RANGE, first: 100 } } }, '/ranges/dhl/last'],
    [{ ranges: { dhl: { ...RANGE, prefix: 'R1' } } }, '/ranges/dhl/prefix'],
    [{ ranges: { dhl: { ...RANGE, last: 100_000_000 } } }, '/ranges/dhl/last'],
    [{ ranges: { dhl: { ...RANGE, scheme: 'sscc', prefix: '3401' } } }, '/ranges/dhl/prefix'],
    [{ ranges: { dhl: RANGE, gls: RANGE } }, '/ranges/gls/name'],
  ])('refuse %j at %s, and change nothing', async (body, pointer) => {
    await write({ ranges: { ups: { ...RANGE, name: 'kept' } } })
    const refused = await write(body)
    expect(refused.status).toBe(422)
    expect(refused.body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer)
    expect(await read()).toMatchObject({ ranges: { ups: { name: 'kept' } } })
  })

  it('are no business of a warehouse, nor are orders', async () => {
    const key = await createApiKey(context, shop.id, 'Lager', undefined, 'warehouse')
    const refused = await write({}, key)
    expect(refused).toMatchObject({ status: 403, body: { type: 'urn:doorstep:error:forbidden' } })
    const request = new Request('http://doorstep.test/', { headers: headersOf(key) })
    expect((await GET(request, nowhere)).status).toBe(403)
    const order = new Request('http://doorstep.test/', { method: 'PUT', headers: headersOf(key), body: '{}' })
    const put = await writeOrder(order, { params: Promise.resolve({ number: 'A-1' }) })
    expect(put.status).toBe(403)
  })
})

describe('doorstep returns:settings', () => {
  const folder = mkdtempSync(join(tmpdir(), 'returns-settings-'))
  async function verb(...argv: string[]) {
    const said: string[] = []
    const say = (line: string) => void said.push(line)
    const io = { context: async () => context, out: say, err: say }
    return { code: await runVerb(['returns:settings', shop.shop.slug, ...argv], io), said: said.join('\n') }
  }

  it('shows what there is, and sets what a file says with secrets from the environment', async () => {
    const file = join(folder, 'settings.json')
    writeFileSync(file, JSON.stringify({ labels: { easypost: {} } }))
    vi.stubEnv('RETURNS_TEST_KEY', 'easypost_1')
    const set = await verb('--set', file, '--secret', 'easypost=RETURNS_TEST_KEY')
    expect(set.code).toBe(0)
    expect(set.said).not.toContain('easypost_1')
    expect(await secretsOf()).toEqual({ easypost: 'easypost_1' })
    expect(JSON.parse((await verb()).said)).toEqual(await read())
  })

  it('changes a secret alone, and leaves the settings', async () => {
    await write({ ranges: { dhl: RANGE } })
    vi.stubEnv('RETURNS_TEST_KEY', 'shippo_live_2')
    expect((await verb('--secret', 'shippo=RETURNS_TEST_KEY')).code).toBe(0)
    expect(await secretsOf()).toEqual({ shippo: 'shippo_live_2' })
    expect(await read()).toMatchObject({ ranges: { dhl: { name: 'back' } } })
  })

  it('refuses what it can’t read, what isn’t in the environment, and what isn’t a secret’s name', async () => {
    const broken = join(folder, 'broken.json')
    writeFileSync(broken, '[1]')
    expect(await verb('--set', broken)).toMatchObject({
      code: 1,
      said: expect.stringContaining('no JSON object'),
    })
    expect(await verb('--set', join(folder, 'none.json'))).toMatchObject({ code: 1 })
    expect(await verb('--secret', 'shippo=RETURNS_TEST_NOTHING')).toMatchObject({ code: 1 })
    expect(await verb('--secret', 'paypal=HOME')).toMatchObject({ code: 2 })
  })
})
