import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { z } from 'zod'
import { POST as lint } from '@/app/api/v1/policy/lint/route'
import { GET as read, PUT as write } from '@/app/api/v1/policy/route'
import { POST as simulate } from '@/app/api/v1/policy/simulate/route'
import { GET as versions } from '@/app/api/v1/policy/versions/route'
import { listPastReturns } from '@/db/queries/list-past-returns'
import { getActivePolicy } from '@/db/queries/read-policy'
import { withShop } from '@/db/with-shop'
import { EXAMPLE_POLICY } from '@/lib/api/operations/example-policy'
import type {
  policyFindingsSchema,
  readPolicySchema,
  simulationSchema,
} from '@/lib/api/schemas/policy-schema'
import type { problemSchema } from '@/lib/api/schemas/problem-schema'
import type { PolicyInput } from '@/lib/returns/policy/schema'
import { runVerb } from '@/scripts/run-verb'
import { addShop, type TestContext, type TestShop, testContext, useContext } from '@/tests/support/context'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { answerAll, POLICY, start } from '@/tests/support/draft-steps'
import { fits } from '@/tests/support/fits'
import { order, parcelUpdate, post, putOrder, scan } from '@/tests/support/post'

vi.mock('next/server', () => import('@/tests/support/after'))

let database: TestDatabase
let context: TestContext
let folder: string

beforeAll(async () => {
  database = await createTestDatabase()
  context = testContext(database, '2026-11-20T12:00:00.000Z')
  useContext(context, database)
  folder = mkdtempSync(join(tmpdir(), 'doorstep-policy-'))
})
afterAll(async () => {
  await database.drop()
  rmSync(folder, { recursive: true, force: true })
})

type Handler = (request: Request, context: { params: Promise<never> }) => Promise<Response>

const ROUTES = {
  'GET /api/v1/policy': read,
  'PUT /api/v1/policy': write,
  'GET /api/v1/policy/versions': versions,
  'POST /api/v1/policy/lint': lint,
  'POST /api/v1/policy/simulate': simulate,
} as const satisfies Record<string, Handler>

const ADDRESSES = [
  'GET /api/v1/policy',
  'PUT /api/v1/policy',
  'GET /api/v1/policy/versions',
  'POST /api/v1/policy/lint',
  'POST /api/v1/policy/simulate',
] as const satisfies (keyof typeof ROUTES)[]

/** Asks an address as a shop, and holds the answer against its description. */
async function ask<T>(
  shop: Pick<TestShop, 'apiKey'> | null,
  address: keyof typeof ROUTES,
  {
    query = '',
    body,
    headers = {},
  }: { query?: string; body?: unknown; headers?: Record<string, string> } = {},
): Promise<{ status: number; body: T }> {
  const [method = '', path = ''] = address.split(' ')
  const request = new Request(`http://doorstep.test${path}${query}`, {
    method,
    headers: { ...(shop && { authorization: `Bearer ${shop.apiKey}` }), ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const response = await ROUTES[address](request, { params: Promise.resolve({}) })
  const text = await response.clone().text()
  await fits(method, path, response)
  const parsed: T = JSON.parse(text)
  return { status: response.status, body: parsed }
}

type Problem = z.output<typeof problemSchema>
type Read = z.output<typeof readPolicySchema>
type Written = { version: number; active: boolean; findings: { code: string }[] }
type Simulated = z.output<typeof simulationSchema>
type Findings = z.output<typeof policyFindingsSchema>

const put = (shop: TestShop, policy: PolicyInput, query = '') =>
  ask<Written & Problem>(shop, 'PUT /api/v1/policy', { body: policy, query })

const withRules = (...rules: NonNullable<PolicyInput['rules']>): PolicyInput => ({ ...POLICY, rules })

const restocking: NonNullable<PolicyInput['rules']>[number] = {
  id: 'restocking',
  when: {
    all: [{ fact: 'line.category', is: 'sofas' }, { not: { fact: 'return.ground', is: 'withdrawal' } }],
  },
  actions: [
    { do: 'fee', fee: { id: 'restocking', texts: { en: 'Restocking', de: 'Einlagern' }, percent: 10 } },
  ],
}

describe('a shop that has written no policy', () => {
  it('has Doorstep’s own as version 0, in its languages and its currency, without anything that needs an address', async () => {
    const shop = await addShop(context, { locales: ['de', 'bar'], defaultLocale: 'de' })
    await putOrder(shop, 'AG-1', order({ currency: 'CHF' }))
    const { status, body } = await ask<Read>(shop, 'GET /api/v1/policy')
    expect(status).toBe(200)
    expect(body).toMatchObject({ version: 0, active: true, note: null, findings: [] })
    expect(body.policy).toMatchObject({ currency: 'CHF', autoApprove: false })
    expect(body.policy.methods.map(({ kind }) => kind)).toEqual(['own_carrier'])
    expect(Object.keys(body.policy.reasons[0]?.texts ?? {}).sort()).toEqual(['bar', 'de'])
    const listed = await ask<{ versions: unknown[] }>(shop, 'GET /api/v1/policy/versions')
    expect(listed.body).toEqual({ versions: [] })
  })
})

describe('writing a policy', () => {
  it('is kept whatever its note is written with', async () => {
    const shop = await addShop(context)
    const written = await ask(shop, 'PUT /api/v1/policy', { query: '?note=a%00b', body: POLICY })
    expect(written.status).toBe(201)
  })

  it('makes versions; the newest that is no draft holds, and none is changed', async () => {
    const shop = await addShop(context)
    const first = await put(shop, POLICY)
    expect(first).toMatchObject({ status: 201, body: { version: 1, active: true } })
    context.pass(60)
    const second = await put(shop, { ...POLICY, keepBelow: 900 }, '?draft&note=For%20Christmas')
    expect(second.body).toMatchObject({ version: 2, active: false })
    expect((await ask<Read>(shop, 'GET /api/v1/policy')).body).toMatchObject({
      version: 1,
      policy: { keepBelow: 500 },
    })
    const draft = await ask<Read>(shop, 'GET /api/v1/policy', { query: '?version=2' })
    expect(draft.body).toMatchObject({
      version: 2,
      active: false,
      note: 'For Christmas',
      policy: { keepBelow: 900 },
    })
    const third = await put(shop, { ...POLICY, keepBelow: 800 }, '?draft=false')
    expect(third.body).toMatchObject({ version: 3, active: true })
    const listed = await ask<{
      versions: { version: number; active: boolean; activeSince: string | null }[]
    }>(shop, 'GET /api/v1/policy/versions')
    expect(
      listed.body.versions.map(({ version, active, activeSince }) => [version, active, activeSince === null]),
    ).toEqual([
      [3, true, false],
      [2, false, true],
      [1, false, false],
    ])
    expect((await ask(shop, 'GET /api/v1/policy', { query: '?version=4' })).status).toBe(404)
    expect((await ask(shop, 'GET /api/v1/policy', { query: '?version=x' })).status).toBe(404)
  })

  it('refuses errors with a pointer to each and stores nothing; warnings come with the answer', async () => {
    const shop = await addShop(context, { locales: ['en', 'fr'] })
    const wrong = withRules(
      { ...restocking, when: { fact: 'line.category', is: 'sofas' } },
      { id: 'gone', when: { all: [] }, actions: [{ do: 'destination', id: 'nowhere' }] },
    )
    const refused = await put(shop, { ...wrong, window: { days: 7, from: 'delivery' } })
    expect(refused.status).toBe(422)
    expect(refused.body.errors?.map(({ pointer, code }) => `${code} ${pointer}`).sort()).toEqual([
      'fee_on_withdrawal /rules/0/actions/0/fee',
      'unknown_id /rules/1/actions/0/id',
      'window_below_statutory /window/days',
    ])
    expect((await put(shop, wrong, '?draft')).status).toBe(422)
    expect((await ask<Read>(shop, 'GET /api/v1/policy')).body.version).toBe(0)
    const written = await put(shop, withRules(restocking))
    expect(written.status).toBe(201)
    expect(written.body.findings.map(({ code }) => code)).toContain('missing_words')
  })

  it('refuses what is no policy, field by field', async () => {
    const shop = await addShop(context)
    const { status, body } = await ask<Problem>(shop, 'PUT /api/v1/policy', {
      body: {
        ...POLICY,
        currency: 'euro',
        surprise: 1,
        rules: [{ id: 'a', when: { fact: 'line.colour', is: 'red' }, actions: [] }],
      },
    })
    expect(status).toBe(422)
    const pointers = body.errors?.map(({ pointer }) => pointer) ?? []
    expect(pointers).toEqual(expect.arrayContaining(['/currency', '/surprise', '/rules/0/actions']))
    const note = await ask(shop, 'PUT /api/v1/policy', { body: POLICY, query: `?note=${'x'.repeat(501)}` })
    expect(note.status).toBe(422)
  })

  it('is for the shop’s own key, and reaches no other shop', async () => {
    const [mine, other] = [await addShop(context), await addShop(context)]
    await put(mine, POLICY)
    expect((await ask<Read>(other, 'GET /api/v1/policy')).body.version).toBe(0)
    expect((await ask(other, 'GET /api/v1/policy', { query: '?version=1' })).status).toBe(404)
    for (const address of ADDRESSES)
      expect((await ask(null, address, address.startsWith('GET') ? {} : { body: {} })).status, address).toBe(
        401,
      )
  })

  it('gives two who write at once a version each', async () => {
    const shop = await addShop(context)
    const written = await Promise.all([put(shop, POLICY), put(shop, POLICY), put(shop, POLICY)])
    expect(written.map(({ body }) => body.version).sort()).toEqual([1, 2, 3])
  })
})

describe('looking a policy over', () => {
  it('tells errors and warnings, and stores nothing', async () => {
    const shop = await addShop(context)
    const { status, body } = await ask<Findings>(shop, 'POST /api/v1/policy/lint', {
      body: { ...POLICY, outcomes: ['store_credit', 'keep'] },
    })
    expect(status).toBe(200)
    expect(body.findings.map(({ severity, code }) => `${severity} ${code}`)).toEqual(
      expect.arrayContaining(['error credit_only', 'warning keep_without_limit']),
    )
    expect((await ask<Read>(shop, 'GET /api/v1/policy')).body.version).toBe(0)
    const example = await ask<Findings>(shop, 'POST /api/v1/policy/lint', { body: EXAMPLE_POLICY })
    expect(example.body.findings.filter(({ severity }) => severity === 'error')).toEqual([])
  })
})

describe('the command line', () => {
  const run = async (...argv: string[]) => {
    const out: string[] = []
    const err: string[] = []
    const code = await runVerb(argv, {
      context: async () => context,
      out: (line) => out.push(line),
      err: (line) => err.push(line),
    })
    return { code, out, err: err.join('\n') }
  }
  const file = (name: string, content: unknown) => {
    const path = join(folder, name)
    writeFileSync(path, JSON.stringify(content))
    return path
  }

  it('writes a policy, and says what is wrong with one', async () => {
    const shop = await addShop(context)
    const { slug } = shop.shop
    const good = file('good.json', POLICY)
    const bad = file('bad.json', { ...POLICY, outcomes: ['store_credit'] })
    expect((await run('policy:set', slug, good)).out[0]).toBe('version 1')
    expect((await run('policy:set', slug, good, '--draft', '--note', 'try')).out[0]).toBe('version 2 (draft)')
    const active = await withShop(context.db, shop.id, (tx) => getActivePolicy(tx, shop.id))
    expect(active?.version).toBe(1)
    const refused = await run('policy:set', slug, bad)
    expect([refused.code, refused.out]).toEqual([1, []])
    expect(refused.err).toContain('error  /outcomes  credit_only')
    const looked = await run('policy:lint', slug, bad)
    expect(looked.code).toBe(1)
    expect(looked.out.join('\n')).toContain('error  /outcomes  credit_only')
    expect((await run('policy:lint', slug, good)).code).toBe(0)
    const none = await run('policy:set', slug, file('none.json', { schema: 1 }))
    expect(none).toMatchObject({ code: 1, err: expect.stringContaining('/currency') })
  })
})

describe('trying a policy on past returns', () => {
  let shop: TestShop
  const numbers: Record<string, string> = {}

  /** An order whose parcel arrived on a day; its return is asked for some days later. */
  async function returned(name: string, delivered: string, line: object): Promise<void> {
    const number = `0034043416109400${name.padStart(4, '0')}`
    await putOrder(
      shop,
      name,
      order({
        placedAt: '2026-10-01T09:12:00+02:00',
        customer: { email: 'resi@example.org' },
        deliveryAddress: { countryCode: 'DE' },
        lines: [{ id: '1', title: 'Sofa', quantity: 1, unitPrice: 10000, ...line }],
        parcels: [{ carrier: 'dhl', number }],
      }),
    )
    await post(
      context,
      shop,
      'standard',
      parcelUpdate({ number, scans: [scan(`${delivered}T10:00:00+01:00`, 'delivered.to_recipient')] }),
    )
    const at = await start(context, shop, name)
    await answerAll(at, [{ orderId: at.orderId, lineId: '1', quantity: 1 }])
    const sent = await at.send()
    if (!sent.ok) throw new Error(JSON.stringify(sent.error))
    numbers[name] = sent.value.number
    context.pass(60)
  }

  const tryOut = async (body: object, query = '') => {
    const { status, body: answer } = await ask<Simulated & Problem>(shop, 'POST /api/v1/policy/simulate', {
      body,
      query,
    })
    return { ...answer, status }
  }

  beforeAll(async () => {
    shop = await addShop(context, { locales: ['en', 'de'], defaultLocale: 'en' })
    expect((await put(shop, POLICY)).status).toBe(201)
    await returned('1', '2026-11-02', { category: 'sofas' })
    await returned('2', '2026-11-15', { category: 'sofas' })
    await returned('3', '2026-11-16', { category: 'lamps' })
  })

  it('finds nothing where nothing changes, though what was returned is gone by now', async () => {
    const same = await tryOut({ policy: POLICY })
    expect(same).toMatchObject({
      status: 200,
      against: 1,
      days: 90,
      returns: 3,
      more: false,
      differences: [],
      summary: ['Nothing would change: 3 returns worked out again.'],
    })
    expect(same.charges).toEqual([
      { currency: 'EUR', before: { count: 3, amount: 1470 }, after: { count: 3, amount: 1470 } },
    ])
  })

  it('says which returns would be refused, why, and what fees there would be', async () => {
    const draft = { ...withRules(restocking), window: { days: 14, from: 'delivery' as const } }
    const tried = await tryOut({ policy: draft })
    // The first of the sofas is refused, so its label isn't paid any more either: it is left out of the sums.
    expect(tried.summary).toEqual(['1 return would be refused', '1 more fee, +€10.00'])
    expect(tried.effects).toMatchObject({ refused: 1, charges: 1 })
    const byNumber = new Map(tried.differences.map((one) => [one.number, one]))
    expect([...byNumber.keys()].sort()).toEqual([numbers['1'], numbers['2']].sort())
    expect(byNumber.get(numbers['1'] ?? '')).toMatchObject({
      askedOn: '2026-11-20',
      effects: ['refused'],
      before: { verdict: 'possible' },
      after: {
        verdict: 'refused',
        refusals: [{ line: '1', words: 'The return window closed on Monday 16 November.' }],
      },
    })
    expect(byNumber.get(numbers['2'] ?? '')).toMatchObject({
      effects: ['charges'],
      after: {
        charges: [
          { kind: 'fee', id: 'restocking', text: 'Restocking', amount: 1000 },
          { kind: 'method', id: 'label', amount: 490 },
        ],
        total: 1490,
      },
      lines: [
        {
          order: '2',
          title: 'Sofa',
          gained: expect.arrayContaining([
            {
              rule: 'restocking',
              effect: 'fee',
              words: 'Restocking: 10 % of what was paid, for the return.',
              overruledBy: null,
            },
          ]),
        },
      ],
    })
  })

  it('speaks the language that is asked for', async () => {
    const tried = await tryOut({ policy: { ...POLICY, autoApprove: false } }, '?locale=de')
    expect(tried.summary).toEqual(['3 Rücksendungen würden auf einen Menschen warten'])
  })

  it('takes the customer’s history as it was on each day', async () => {
    const limits = { returns: { count: 2, days: 30 } }
    const tried = await tryOut({ policy: { ...POLICY, limits } })
    expect(tried.differences.map(({ number, effects }) => [number, effects])).toEqual([
      [numbers['3'], ['reviewed']],
    ])
    expect(tried.differences[0]?.after.review).toEqual([
      'You’ve asked for 2 returns in the last 30 days, so one of us looks at this one first.',
    ])
  })

  it('tries a stored draft, and tells what the linter says of it', async () => {
    const written = await put(shop, { ...POLICY, outcomes: ['refund', 'store_credit', 'keep'] }, '?draft')
    const tried = await tryOut({ version: written.body.version })
    expect(tried).toMatchObject({ status: 200, against: 1, returns: 3 })
    expect(tried.findings.map(({ code }) => code)).toContain('keep_without_limit')
    expect((await tryOut({ version: 99 })).errors?.[0]).toMatchObject({
      pointer: '/version',
      code: 'unknown_version',
    })
  })

  it('looks back no further than it is told, and sees no other shop', async () => {
    const other = await addShop(context)
    const { body } = await ask<Simulated>(other, 'POST /api/v1/policy/simulate', { body: { policy: POLICY } })
    expect(body).toMatchObject({ against: 0, returns: 0 })
    context.pass(10 * 24 * 3600)
    expect((await tryOut({ policy: POLICY, days: 9 })).returns).toBe(0)
    expect((await tryOut({ policy: POLICY, days: 11 })).returns).toBe(3)
  })

  it('reads past returns page by page, the newest first, each once', async () => {
    const since = new Date('2026-11-01T00:00:00Z')
    const page = (before: string | null) =>
      withShop(context.db, shop.id, (tx) => listPastReturns(tx, shop.id, { since, before, limit: 2 }))
    const first = await page(null)
    const second = await page(first.at(-1)?.id ?? null)
    expect([...first, ...second].map(({ number }) => number)).toEqual([
      numbers['3'],
      numbers['2'],
      numbers['1'],
    ])
    expect(await page(second.at(-1)?.id ?? null)).toEqual([])
  })

  it('asks for one of a policy and a version', async () => {
    expect((await tryOut({})).status).toBe(422)
    expect((await tryOut({ policy: POLICY, version: 1 })).status).toBe(422)
    expect((await tryOut({ policy: POLICY, days: 366 })).errors?.[0]?.pointer).toBe('/days')
  })
})
