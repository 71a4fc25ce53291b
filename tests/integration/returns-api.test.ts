import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { createApiKey } from '@/lib/services/create-api-key'
import { sweep } from '@/lib/services/sweep'
import { type TestContext, type TestShop, testContext, useContext } from '@/tests/support/context'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { POLICY, putPolicy } from '@/tests/support/draft-steps'
import { fits } from '@/tests/support/fits'
import { CAP_BACK, placeOrder, returnScene } from '@/tests/support/return-scene'
import { ask, merchant } from '@/tests/support/returns-api'

vi.mock('next/server', () => import('@/tests/support/after'))

let database: TestDatabase
let context: TestContext
let shop: TestShop

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  context = testContext(database, '2026-11-20T12:00:00.000Z')
  useContext(context, database)
  shop = (await returnScene(context)).shop
})

/** Asks with a key, and holds the answer against the description. */
async function tell(
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
  apiKey = shop.apiKey,
) {
  const { template, response } = await merchant(apiKey)(method, `/api/v1/returns${path}`, { body, headers })
  // biome-ignore lint/suspicious/noExplicitAny: what an answer holds is what the test looks at.
  const answered: any = await fits(method, template, response.clone())
  return { status: response.status, body: answered, response }
}
const type = (code: string) => `urn:doorstep:error:${code}`

/** A return that the shop opened for its shopper, with what was to be done by itself done. */
async function opened(more: object = {}, order = 'AG-1'): Promise<string> {
  const { status, body } = await tell('POST', '', { order, ...CAP_BACK, ...more })
  if (status !== 201) throw new Error(JSON.stringify(body))
  await later()
  return body.number
}
async function later(seconds = 5): Promise<void> {
  context.pass(seconds)
  while ((await sweep(context)) > 0);
}
const JACKETS = [{ line: '1', quantity: 2, reason: 'mind', outcome: 'refund' }]
const photo = async () =>
  (
    await sharp({ create: { width: 40, height: 30, channels: 3, background: 'red' } })
      .png()
      .toBuffer()
  ).toString('base64')

describe('opening a return for a shopper', () => {
  it('goes by the shopper’s rules, and the log says who asked', async () => {
    const { status, body, response } = await tell('POST', '?locale=en', { order: ' ag-1 ', ...CAP_BACK })
    expect(status).toBe(201)
    expect(response.headers.get('location')).toBe(`https://orders.example/api/v1/returns/${body.number}`)
    expect(body).toMatchObject({
      state: 'label_issued',
      orders: [{ number: 'AG-1', customerName: 'Resi Huber' }],
      items: [{ key: '1', line: '2', paid: { amount: 3_600 } }],
      sum: { refund: { amount: 3_110, text: '€31.10' } },
      decision: { approval: 'automatic', lines: [{ order: 'AG-1', line: '2', refusal: null }] },
      log: [
        { event: 'request', actor: 'merchant', actorName: 'tests' },
        { event: 'submit_approved', actor: 'merchant' },
        { event: 'label_issued', actor: 'system' },
      ],
    })
    expect(body.decision.lines[0].trace.length).toBeGreaterThan(0)
    expect(body.decision.lines[0].trace[0].text).toMatch(/\w/)
  })

  it.each([
    [{ order: 'AG-404' }, '/order', 'unknown_order'],
    [{ items: [{ ...CAP_BACK.items[0], quantity: 7 }] }, '/items/0/quantity', 'quantityTooMany'],
    [{ method: 'drone' }, '/method', 'methodNotOffered'],
    [{ method: null }, '/method', 'methodMissing'],
    [{ seen: 'x' }, '/seen', 'unknown_field'],
  ])('refuses %j at %s', async (wrong, pointer, code) => {
    const { status, body } = await tell('POST', '', { order: 'AG-1', ...CAP_BACK, ...wrong })
    expect(status).toBe(422)
    expect(body.errors).toContainEqual({ pointer, code, detail: expect.stringMatching(/\w/) })
    expect((await tell('GET', '')).body.returns).toEqual([])
  })
})

describe('a character that the database takes in no text', () => {
  it('never breaks anything, wherever it stands', async () => {
    const number = await opened()
    for (const query of ['?q=a%00b', '?q=%00', '?state=%00', '?cursor=%00', '?needs=%00', '?locale=%00'])
      expect((await tell('GET', query)).status, query).toBeLessThan(500)
    expect((await tell('GET', '?q=a%00b')).body.returns).toEqual([])
    expect((await tell('GET', '/%00')).status).toBe(404)
    const odd = 'a\u0000b'
    const bodies: [path: string, body: object][] = [
      ['notes', { text: odd }],
      ['refunds', { reference: odd, order: odd, code: odd }],
      ['refunds', { payment: odd }],
      ['receive', { items: [{ key: odd, quantity: 1 }] }],
      ['unavailable', { key: odd }],
      ['cancel', { reason: odd }],
    ]
    for (const [path, body] of bodies)
      expect((await tell('POST', `/${number}/${path}`, body)).status, path).toBeLessThan(500)
  })
})

describe('the list of returns', () => {
  it('is of one shop, the newest first, page by page', async () => {
    const numbers: string[] = []
    for (const order of ['B-1', 'B-2', 'B-3']) {
      await placeOrder(context, shop, order)
      numbers.unshift(await opened({}, order))
    }
    const first = await tell('GET', '?limit=2&locale=de')
    expect(first.body.returns.map(({ number }: { number: string }) => number)).toEqual(numbers.slice(0, 2))
    expect(first.body.returns[0]).toMatchObject({
      state: 'label_issued',
      words: { state: 'Etikett erstellt' },
    })
    const second = await tell('GET', `?limit=2&cursor=${first.body.next}`)
    expect(second.body).toMatchObject({ returns: [{ number: numbers[2] }], next: null })
    const other = (await returnScene(context)).shop
    expect((await tell('GET', '', undefined, {}, other.apiKey)).body.returns).toEqual([])
  })

  it('is filtered by state, order, day, need and what somebody types', async () => {
    const number = await opened()
    await placeOrder(context, shop, 'B-1', { customer: { name: 'Max 100%', email: 'max@example.org' } })
    const other = await opened({}, 'B-1')
    const found = async (query: string) =>
      (await tell('GET', `?${query}`)).body.returns.map((one: { number: string }) => one.number)
    await tell('POST', `/${number}/receive`, {})
    expect(await found('state=received')).toEqual([number])
    expect(await found('state=label_issued, needs_review')).toEqual([other])
    expect(await found('order=b-1')).toEqual([other])
    expect(await found('needs=check')).toEqual([number])
    expect(await found('needs=review')).toEqual([])
    expect(await found('ground=warranty')).toEqual([])
    expect(await found('from=2026-11-21')).toEqual([])
    expect(await found('to=2026-11-21')).toHaveLength(2)
    expect(await found(`q=${number.toLowerCase().replace('-', ' ')}`)).toEqual([number])
    expect(await found('q=resi')).toEqual([number])
    expect(await found('q=100%25')).toEqual([other])
    expect(await found('q=%25')).toEqual([other])
    expect(await found('q=MAX@example.org')).toEqual([other])
    expect(await found('q=nobody@example.org')).toEqual([])
  })

  it.each([
    'state=lost',
    'limit=0',
    'limit=101',
    'cursor=x',
    'from=soon',
    'needs=love',
    'page=2',
    'ground=whim',
  ])('refuses ?%s by its name', async (query) => {
    const { status, body } = await tell('GET', `?${query}`)
    expect([status, body.type]).toEqual([400, type('invalid_query')])
    expect(body.errors[0].pointer).toBe(`/${query.split('=')[0]}`)
  })
})

describe('a return that a person looks at first', () => {
  beforeEach(() => putPolicy(context, shop, { ...POLICY, autoApprove: false }))

  it('waits, and is let through', async () => {
    const number = await opened()
    const waiting = await tell('GET', `/${number}?locale=en`)
    expect(waiting.body).toMatchObject({
      state: 'needs_review',
      needs: ['review'],
      decision: { approval: 'review' },
    })
    expect(waiting.body.decision.review[0]).toMatch(/\w/)
    const { body } = await tell('POST', `/${number}/approve`, { version: waiting.body.version })
    expect(body).toMatchObject({ state: 'label_issued', needs: [], boxes: [{ provider: 'builtin' }] })
  })

  it('is turned down with a reason that the shopper reads, and a note that they don’t', async () => {
    const number = await opened()
    const { body } = await tell('POST', `/${number}/reject?locale=en`, {
      reason: 'The seal is broken.',
      note: 'Third time.',
    })
    expect(body).toMatchObject({ state: 'rejected', final: true })
    expect(body.words.meaning).toContain('The seal is broken.')
    expect(body.log.slice(-2)).toMatchObject([
      { event: 'reject', actor: 'merchant', actorName: 'tests', reason: 'The seal is broken.' },
      { event: 'note', reason: 'Third time.' },
    ])
    const seen = await (await ask('GET', new URL(body.links.json).pathname)).response.text()
    expect(seen).toContain('The seal is broken.')
    expect(seen).not.toContain('Third time.')
  })

  it('needs a reason to be turned down', async () => {
    const number = await opened()
    for (const body of [{}, { reason: ' ' }])
      expect((await tell('POST', `/${number}/reject`, body)).body.errors[0].pointer).toBe('/reason')
    expect((await tell('GET', `/${number}`)).body.state).toBe('needs_review')
  })
})

describe('what came back', () => {
  it('is received in parts, checked with photo and deduction, contested, answered and paid', async () => {
    const number = await opened({ items: JACKETS })
    expect(
      (await tell('POST', `/${number}/receive`, { items: [{ key: '1', quantity: 1 }] })).body,
    ).toMatchObject({ state: 'in_transit', items: [{ received: { quantity: 1 } }] })
    expect((await tell('POST', `/${number}/receive`, {})).body).toMatchObject({
      state: 'received',
      needs: ['check'],
    })

    const finding = {
      key: '1',
      grade: 'worn',
      disposition: 'second_hand',
      deduction: { amount: 2_000, reason: 'Worn at the cuffs.' },
      photo: await photo(),
    }
    const { body: checked } = await tell('POST', `/${number}/check?locale=en`, { items: [finding] })
    expect(checked).toMatchObject({
      state: 'checked',
      needs: ['money'],
      items: [
        {
          disposition: 'second_hand',
          check: {
            grade: 'worn',
            deduction: { amount: 2_000, text: '€20.00' },
            photos: [{ width: 40, height: 30 }],
          },
          mayContest: true,
        },
      ],
    })

    const path = new URL(checked.links.json).pathname
    const contested = await ask('POST', `${path}/contest`, { body: { key: '1', text: 'It came like that.' } })
    expect(await contested.response.json()).toMatchObject({
      items: [{ check: { contest: { text: 'It came like that.', answer: null } }, mayContest: false }],
    })
    expect((await tell('GET', '?needs=answer')).body.returns).toMatchObject([
      { number, needs: ['money', 'answer'] },
    ])
    const { body: answered } = await tell('POST', `/${number}/contests`, {
      key: '1',
      answer: 'You are right.',
      deduction: 500,
    })
    expect(answered.items[0].check).toMatchObject({
      deduction: { amount: 500 },
      contest: { answer: 'You are right.' },
    })
    expect((await tell('POST', `/${number}/contests`, { key: '1', answer: 'Again.' })).status).toBe(409)

    await tell('POST', `/${number}/release`, {})
    await later()
    const { body: due } = await tell('GET', `/${number}`)
    expect(due.payments).toMatchObject([
      { kind: 'refund', money: { amount: 17_010 }, state: 'waiting', backend: 'webhook' },
    ])
    const reported = { payment: due.payments[0].id, reference: 're_1' }
    expect(await tell('POST', `/${number}/refunds`, reported)).toMatchObject({
      status: 201,
      body: { amount: 17_010, known: false },
    })
    expect(await tell('POST', `/${number}/refunds`, reported)).toMatchObject({
      status: 200,
      body: { known: true },
    })
    await later()
    const { body: settled } = await tell('GET', `/${number}?locale=en`)
    expect(settled).toMatchObject({
      state: 'refunded',
      needs: [],
      payments: [{ state: 'sent', reference: 're_1' }],
    })
    expect(settled.words.title).toContain('€170.10')
  })

  it('is refused where it can’t be, by item and field, and of several findings all stand or none', async () => {
    const number = await opened({ items: [...JACKETS, ...CAP_BACK.items] })
    const before = (await tell('GET', `/${number}`)).body
    const errors = async (path: string, body: object) =>
      (await tell('POST', `/${number}/${path}`, body)).body.errors
    expect(
      await errors('receive', {
        items: [
          { key: '1', quantity: 1 },
          { key: '2', quantity: 4 },
        ],
      }),
    ).toEqual([{ pointer: '/items/1/quantity', code: 'too_many', detail: 'is more than 1' }])
    expect(await errors('receive', { items: [{ key: '9', quantity: 1 }] })).toMatchObject([
      { pointer: '/items/0/key', code: 'unknown_item' },
    ])
    expect((await tell('GET', `/${number}`)).body.version).toBe(before.version)

    await tell('POST', `/${number}/receive`, {})
    const good = { key: '1', grade: 'as_new' }
    const version = (await tell('GET', `/${number}`)).body.version
    const cases: [object, string, string][] = [
      [
        { key: '2', grade: 'worn', deduction: { amount: 3_601, reason: 'Worn.' } },
        '/items/1/deduction',
        'deduction_too_large',
      ],
      [
        { key: '2', grade: 'worn', deduction: { amount: 100, reason: ' ' } },
        '/items/1/deduction/reason',
        'too_small',
      ],
      [
        { key: '2', grade: 'as_new', photo: Buffer.from('%PDF-1.7').toString('base64') },
        '/items/1/photo',
        'not_picture',
      ],
      [{ key: '2', grade: 'as_new', photo: 'no base64!' }, '/items/1/photo', 'invalid_format'],
      [{ key: '7', grade: 'as_new' }, '/items/1/key', 'unknown_item'],
      [{ key: '2', grade: 'shiny' }, '/items/1/grade', 'invalid_value'],
    ]
    for (const [wrong, pointer, code] of cases)
      expect(await errors('check', { items: [good, wrong] }), code).toMatchObject([{ pointer, code }])
    expect((await tell('GET', `/${number}`)).body).toMatchObject({
      version,
      items: [{ check: null }, { check: null }],
    })
    const { body } = await tell('POST', `/${number}/check`, {
      version,
      items: [good, { key: '2', grade: 'opened' }],
    })
    expect(body.items).toMatchObject([{ check: { grade: 'as_new' } }, { check: { grade: 'opened' } }])
  })

  it('is paid by itself where the grade needs no person, and never twice', async () => {
    const number = await opened()
    await tell('POST', `/${number}/receive`, {})
    await tell('POST', `/${number}/check`, { items: [{ key: '1', grade: 'as_new' }] })
    await later()
    const over = await tell('POST', `/${number}/refunds`, { amount: 99_999 })
    expect(over).toMatchObject({
      status: 422,
      body: {
        errors: [{ pointer: '/amount', code: 'more_than_due', detail: expect.stringContaining('3110') }],
      },
    })
    expect((await tell('POST', `/${number}/refunds`, { payment: 'x' })).body.errors[0].code).toBe(
      'unknown_payment',
    )
    expect((await tell('POST', `/${number}/refunds`, { order: 'AG-404' })).body.errors[0].code).toBe(
      'unknown_order',
    )
    const both = await Promise.all(
      [1, 2].map((nth) => tell('POST', `/${number}/refunds`, { reference: `re_${nth}` })),
    )
    expect(both.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(both.map(({ status }) => status).filter((status) => ![201, 409, 422].includes(status))).toEqual([])
  })
})

describe('changing a return', () => {
  it('is refused on what it no longer is, and where it stands, with what to do', async () => {
    const number = await opened()
    const { version } = (await tell('GET', `/${number}`)).body
    const stale = await tell('POST', `/${number}/cancel`, { version: version - 1 })
    expect(stale).toMatchObject({
      status: 409,
      body: { type: type('stale'), version, detail: `It is at version ${version} now: read it again.` },
    })
    const wrong = await tell('POST', `/${number}/approve`, {})
    expect(wrong).toMatchObject({
      status: 409,
      body: { type: type('wrong_state'), detail: 'A return that is label_issued takes no approve.' },
    })
    expect((await tell('POST', `/${number}/cancel`, { version, reason: 'As agreed.' })).body.state).toBe(
      'cancelled',
    )
  })

  it('is done once of two at the same moment that saw the same version', async () => {
    const number = await opened()
    const { version } = (await tell('GET', `/${number}`)).body
    const both = await Promise.all(
      [1, 2].map((nth) => tell('POST', `/${number}/notes`, { version, text: `Note ${nth}` })),
    )
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  it('is done once for an Idempotency-Key', async () => {
    const number = await opened()
    const note = () => tell('POST', `/${number}/notes`, { text: 'Called.' }, { 'idempotency-key': 'call-1' })
    const first = await note()
    const again = await note()
    expect(again.body).toEqual(first.body)
    expect(again.response.headers.get('idempotency-replayed')).toBe('true')
    expect(
      (await tell('GET', `/${number}`)).body.log.filter((one: { event: string }) => one.event === 'note'),
    ).toHaveLength(1)
  })

  it('says that an exchange can’t be sent, and that there is none', async () => {
    const exchange = {
      items: [
        {
          line: '1',
          quantity: 1,
          reason: 'size',
          subReason: 'small',
          outcome: 'exchange_variant',
          exchangeSku: 'SHELL-L',
        },
      ],
    }
    const number = await opened(exchange)
    const { body } = await tell('POST', `/${number}/unavailable?locale=en`, { key: '1' })
    expect(body).toMatchObject({
      tone: 'action',
      action: { text: expect.any(String), url: expect.stringContaining('/choice?item=1') },
    })
    const plain = await opened()
    expect((await tell('POST', `/${plain}/unavailable`, { key: '1' })).body.errors[0].code).toBe(
      'no_exchange',
    )
  })

  it('tries again only a payment that failed', async () => {
    const number = await opened()
    const path = (id: string) => `/${number}/payments/${id}/retry`
    expect((await tell('POST', path('x'))).status).toBe(404)
    await tell('POST', `/${number}/release`, {})
    await later()
    const [payment] = (await tell('GET', `/${number}`)).body.payments
    expect(await tell('POST', path(payment.id))).toMatchObject({
      status: 409,
      body: { type: type('wrong_state') },
    })
    await database.superuser.sql`update return_payments set state = 'failed' where id = ${payment.id}`
    expect((await tell('POST', path(payment.id))).body.payments[0].state).toBe('asked')
  })
})

describe('webhooks that nobody took', () => {
  it('are listed for their shop alone, and posted again when asked', async () => {
    await opened()
    const at = async (method: 'GET' | 'POST', address: string, apiKey = shop.apiKey) => {
      const { template, response } = await merchant(apiKey)(method, `/api/v1/messages${address}`)
      return { status: response.status, body: await fits(method, template, response.clone()) }
    }
    const [told] = await database.superuser.sql`
      update outbox set channel = 'webhook', target = 'test', state = 'failed', tries = 10, error = 'http_500'
      where shop_id = ${shop.id} and milestone = 'requested' returning id`
    expect(await at('GET', '')).toMatchObject({
      status: 200,
      body: { messages: [{ id: told?.id, type: 'return.requested', tries: 10, error: 'http_500' }] },
    })
    const other = (await returnScene(context)).shop
    expect((await at('GET', '', other.apiKey)).body).toEqual({ messages: [] })
    expect((await at('POST', `/${told?.id}/resend`, other.apiKey)).status).toBe(404)
    expect((await at('POST', '/x/resend')).status).toBe(404)
    expect((await at('POST', `/${told?.id}/resend`)).status).toBe(202)
    expect((await at('GET', '')).body).toEqual({ messages: [] })
  })
})

describe('who may', () => {
  it('another shop’s key finds nothing, and none is refused', async () => {
    const number = await opened()
    const other = (await returnScene(context)).shop
    const paths = [
      '',
      '/approve',
      '/reject',
      '/receive',
      '/check',
      '/release',
      '/notes',
      '/cancel',
      '/contests',
      '/unavailable',
      '/refunds',
    ]
    const bodies: Record<string, object> = {
      '/reject': { reason: 'No.' },
      '/notes': { text: 'x' },
      '/check': { items: [{ key: '1', grade: 'as_new' }] },
      '/contests': { key: '1', answer: 'x' },
      '/unavailable': { key: '1' },
    }
    for (const path of paths) {
      const method = path === '' ? 'GET' : 'POST'
      const body = path === '' ? undefined : (bodies[path] ?? {})
      expect((await tell(method, `/${number}${path}`, body, {}, other.apiKey)).status, path).toBe(404)
      expect((await tell(method, `/${number}${path}`, body, {}, 'ds_nobody')).status, path).toBe(401)
    }
    expect((await tell('GET', `/${number}`)).body.state).toBe('label_issued')
  })

  it('a warehouse reads, receives and checks under its own name, and does nothing else', async () => {
    const number = await opened()
    const key = await createApiKey(context, shop.id, 'Halle 2', undefined, 'warehouse')
    const at = (method: 'GET' | 'POST', path: string, body?: object) => tell(method, path, body, {}, key)
    expect((await at('GET', '')).status).toBe(200)
    expect((await at('POST', `/${number}/receive`, {})).body.state).toBe('received')
    const { body } = await at('POST', `/${number}/check`, { items: [{ key: '1', grade: 'worn' }] })
    expect(body.log.at(-1)).toMatchObject({ actor: 'warehouse', actorName: 'Halle 2', event: 'check' })
    const own = (await tell('GET', `/${number}`)).body.links.json
    const [, token = ''] = /\/r\/([^/]+)\//.exec(own) ?? []
    expect(token).not.toBe('')
    expect(JSON.stringify(body)).not.toContain(token)
    expect(JSON.stringify((await at('GET', `/${number}`)).body)).not.toContain(token)
    expect(body.links).toEqual({
      page: `${context.origin}/r/${number}`,
      json: `${context.origin}/api/v1/returns/${number}`,
    })
    for (const path of [
      'approve',
      'reject',
      'cancel',
      'release',
      'notes',
      'contests',
      'unavailable',
      'refunds',
      'payments/x/retry',
    ])
      expect(await at('POST', `/${number}/${path}`, {}), path).toMatchObject({
        status: 403,
        body: { type: type('forbidden') },
      })
    expect((await at('POST', '', { order: 'AG-1', ...CAP_BACK })).status).toBe(403)
  })
})
