import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { findReturnByNumber } from '@/db/queries/read-return'
import { withShop } from '@/db/with-shop'
import type { Return } from '@/lib/returns/return'
import { createApiKey } from '@/lib/services/create-api-key'
import { cancelReturn } from '@/lib/services/returns/cancel-return'
import { rejectReturn } from '@/lib/services/returns/reject-return'
import { sweep } from '@/lib/services/sweep'
import { runVerb } from '@/scripts/run-verb'
import { runAfter } from '@/tests/support/after'
import { addShop, type TestContext, type TestShop, testContext, useContext } from '@/tests/support/context'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { answerAll, start } from '@/tests/support/draft-steps'
import { photograph } from '@/tests/support/picture'
import { order, putOrder } from '@/tests/support/post'
import { askReturn, shiftBrowser } from '@/tests/support/return-routes'
import { returnScene } from '@/tests/support/return-scene'
import { type Visitor, visitor } from '@/tests/support/visitor'

vi.mock('next/server', () => import('@/tests/support/after'))

let database: TestDatabase
let context: TestContext
let shop: TestShop
let key: string
let phone: ReturnType<typeof shiftBrowser>
let toni: Visitor
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

beforeEach(async () => {
  context = testContext(database, '2026-11-20T12:00:00.000Z')
  useContext(context, database)
  shop = (await returnScene(context)).shop
  key = await createApiKey(context, shop.id, 'Gate 2', undefined, 'warehouse')
  phone = shiftBrowser()
  toni = visitor(phone.ask)
})

async function sendReturn(quantity = 1): Promise<string> {
  const draft = await start(context, shop, 'AG-1')
  await answerAll(draft, [
    { orderId: draft.orderId, lineId: '1', quantity },
    { orderId: draft.orderId, lineId: '2', quantity: 1 },
  ])
  const sent = await draft.send()
  if (!sent.ok) throw new Error(JSON.stringify(sent.error))
  await runAfter()
  await sweep(context)
  await runAfter()
  return sent.value.number
}

async function stored(number: string): Promise<Return> {
  const back = await withShop(context.db, shop.id, (tx) => findReturnByNumber(tx, shop.id, number))
  if (!back) throw new Error(`no return ${number}`)
  return back
}

/** Opens the page of a return with the key. */
async function openAs(secret: string, number: string): Promise<void> {
  await toni.open(`/r/${number}`)
  await toni.answer({ key: secret }, '[data-part=key-form]')
}

const headline = () => toni.headline().replace(/\s+/g, ' ').trim()
const receive = () => toni.submit('[data-part=receive-form]', ['do', 'receive'])
const check = (item = '1') => toni.submit(`#item-${item} form`, ['do', 'check'])
const wrong = () => toni.errors().map(({ text }) => text)

describe('without a key', () => {
  it('asks for it, and tells nobody which returns there are', async () => {
    const number = await sendReturn()
    await toni.open(`/r/${number}`)
    expect(toni.status).toBe(200)
    expect(headline()).toBe('Who’s checking in?')
    const known = toni.html.replaceAll(number, '…')
    await toni.open('/r/R000-0000')
    expect(toni.html.replaceAll('R000-0000', '…')).toBe(known)
    expect(known).not.toMatch(/Regenjacke|Kappe|Huber/)
    expect(phone.jar.size).toBe(0)
  })

  it('takes nothing: no form, no photo', async () => {
    const number = await sendReturn()
    await toni.send(`/r/${number}`, new URLSearchParams({ do: 'receive', 'quantity-1': '1' }))
    expect(toni.status).toBe(401)
    await toni.open(`/r/${number}/files/00000000-0000-7000-8000-000000000000`)
    expect(toni.status).toBe(401)
    expect((await stored(number)).state).toBe('label_issued')
  })

  it('says that a key is nobody’s, and that there is none', async () => {
    await openAs('ds_nobodyhasthiskeyatall', 'R000-0000')
    expect(toni.status).toBe(401)
    expect(wrong()).toEqual(['No shop has this key. Check it for typing errors.'])
    expect(toni.errors()[0]?.target?.id).toBe('key')
    await toni.answer({ key: '  ' }, '[data-part=key-form]')
    expect(toni.status).toBe(422)
    expect(phone.jar.size).toBe(0)
  })
})

describe('a warehouse’s key', () => {
  it('opens the return that somebody was on the way to, for this page alone', async () => {
    const number = await sendReturn()
    const form = new URLSearchParams({ key, next: number })
    const response = await phone.ask('/r', { method: 'POST', body: form })
    expect([response.status, response.headers.get('location')]).toEqual([303, `/r/${number}`])
    const [cookie = ''] = response.headers.getSetCookie()
    expect(cookie).toMatch(/^doorstep-check-in=[\w-]+; Path=\/r; Max-Age=28800; HttpOnly; SameSite=Strict/)
    expect(cookie).not.toContain(key)
    await toni.open(`/r/${number}`)
    expect(headline()).toBe('2 items expected')
  })

  it('does nothing else: the merchant’s API refuses it', async () => {
    const refused = await putOrder({ apiKey: key }, 'AG-9', order())
    expect(refused.status).toBe(403)
  })

  it('is made on the command line, where a role that nobody has is refused', async () => {
    const said: string[] = []
    const say = (line: string) => said.push(line)
    const run = (...argv: string[]) => runVerb(argv, { context: async () => context, out: say, err: say })
    expect(await run('apikey:create', shop.shop.slug, '--role', 'warehouse', '--label', 'Gate 3')).toBe(0)
    const number = await sendReturn()
    await openAs(said[0] ?? '', number)
    expect(headline()).toBe('2 items expected')
    expect(await run('apikey:create', shop.shop.slug, '--role', 'king')).toBe(2)
    expect((await putOrder({ apiKey: said[0] ?? '' }, 'AG-9', order())).status).toBe(403)
  })

  it('ends with its shift, and with the button', async () => {
    const number = await sendReturn()
    await openAs(key, number)
    context.pass(8 * 3600 - 1)
    await toni.open(`/r/${number}`)
    expect(headline()).toBe('2 items expected')
    context.pass(1)
    await toni.open(`/r/${number}`)
    expect(headline()).toBe('Who’s checking in?')
    await openAs(key, number)
    await toni.open('/r')
    await toni.submit('[data-part=leave-form]', ['do', 'leave'])
    expect(headline()).toBe('Who’s checking in?')
    expect(phone.jar.size).toBe(0)
  })

  it('can’t be made up: a session that was touched is none', async () => {
    const number = await sendReturn()
    await openAs(key, number)
    const session = phone.jar.get('doorstep-check-in') ?? ''
    const touched = `${session.slice(0, 40)}${session[40] === 'A' ? 'B' : 'A'}${session.slice(41)}`
    for (const made of [touched, 'noise', '']) {
      phone.jar.set('doorstep-check-in', made)
      await toni.open(`/r/${number}`)
      expect(headline()).toBe('Who’s checking in?')
    }
  })

  it('of one shop finds nothing of another', async () => {
    const number = await sendReturn()
    const other = await addShop(context)
    await openAs(await createApiKey(context, other.id, 'Gate 1', undefined, 'warehouse'), number)
    expect(toni.status).toBe(404)
    expect(toni.html).not.toMatch(/Regenjacke|Kappe/)
  })

  it('finds a return by its number, however it is typed', async () => {
    const number = await sendReturn()
    await openAs(key, number)
    await toni.open('/r')
    await toni.answer({ number: '' }, '[data-part=number-form]')
    expect(wrong()).toEqual(['Enter the number.'])
    await toni.answer({ number: 'R000 0000' }, '[data-part=number-form]')
    expect([toni.status, wrong()[0]]).toEqual([
      404,
      `No return of ${shop.shop.name} has the number R000 0000.`,
    ])
    await toni.answer({ number: ` ${number.toLowerCase().replace('-', ' ')} ` }, '[data-part=number-form]')
    expect(toni.address).toBe(`/r/${number}`)
  })
})

describe('a form of another page', () => {
  it.each([
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'none' }],
    [{ origin: 'https://evil.example' }],
    [{ origin: 'null' }],
    [{}],
  ])('is refused although the phone has a session (%j)', async (headers: Record<string, string>) => {
    const number = await sendReturn()
    await openAs(key, number)
    const elsewhere = shiftBrowser(headers)
    for (const [name, value] of phone.jar) elsewhere.jar.set(name, value)
    const body = new URLSearchParams({ do: 'receive', 'quantity-1': '1', 'quantity-2': '1' })
    const response = await elsewhere.ask(`/r/${number}`, { method: 'POST', body })
    expect(response.status).toBe(403)
    expect((await stored(number)).state).toBe('label_issued')
    expect((await elsewhere.ask('/r', { method: 'POST', body: new URLSearchParams({ key }) })).status).toBe(
      403,
    )
  })

  it('is known by its origin where the browser says no more', async () => {
    const number = await sendReturn()
    phone = shiftBrowser({ origin: 'http://192.168.1.5:3000', host: '192.168.1.5:3000' })
    toni = visitor(phone.ask)
    await openAs(key, number)
    expect(headline()).toBe('2 items expected')
  })
})

describe('receiving and checking', () => {
  it('notes what is there and how it is, by whom, with a photo made anew', async () => {
    const number = await sendReturn(2)
    await openAs(key, number)
    expect(headline()).toBe('3 items expected')
    expect(toni.text()).toContain('The shopper says: Changed my mind')
    await receive()
    expect(headline()).toBe('0 of 2 checked')
    toni.fill({
      grade: 'worn',
      disposition: 'second_hand',
      amount: '12,50',
      reason: 'A stain on the sleeve.',
    })
    toni.fill({ photo: [new Blob([new Uint8Array(await photograph(1200, 900))])] })
    await check('1')
    expect(toni.hops.at(-1)).toEqual({ status: 303, location: `/r/${number}#item-2` })
    expect(headline()).toBe('1 of 2 checked')
    toni.fill({ grade: 'as_new', disposition: 'restock' })
    await check('2')
    expect(headline()).toBe('Done, everything is checked')

    const back = await stored(number)
    expect(back.state).toBe('checked')
    expect(back.items[0]).toMatchObject({
      receivedQuantity: 2,
      grade: 'worn',
      disposition: 'second_hand',
      deduction: 1250,
      deductionReason: 'A stain on the sleeve.',
      photos: [{ kind: 'check_photo', width: expect.any(Number) }],
    })
    expect(back.log.filter(({ actor }) => actor === 'warehouse').map(({ actorName }) => actorName)).toEqual([
      'Gate 2',
      'Gate 2',
      'Gate 2',
    ])
    const file = await askReturn(
      `/${shop.shop.slug}/en/returns/x/${number}/files/${back.items[0]?.photos[0]?.id}`,
    )
    expect(file?.status).toBe(404)
  })

  it('leaves open what hasn’t come, until nothing more will', async () => {
    const number = await sendReturn(2)
    await openAs(key, number)
    toni.fill({ 'quantity-1': '1', 'quantity-2': '0' })
    await receive()
    expect(headline()).toBe('1 of 3 here so far')
    expect((await stored(number)).state).toBe('in_transit')
    toni.fill({ 'quantity-1': '1', 'quantity-2': '0', complete: true })
    await receive()
    expect((await stored(number)).state).toBe('received')
    expect(toni.all<HTMLInputElement>('#item-2 [name=grade]').map(({ value }) => value)).toEqual(['missing'])
    await check('2')
    expect((await stored(number)).items[1]?.grade).toBe('missing')
  })

  it('says what is wrong at its field, and keeps what was typed', async () => {
    const number = await sendReturn()
    await openAs(key, number)
    await receive()
    const tried = async (values: Record<string, string | Blob[]>, text: string) => {
      await toni.open(`/r/${number}`)
      toni.fill(values)
      await check('1')
      expect([toni.status, wrong()]).toEqual([422, [text]])
      expect(toni.errors()[0]?.target, text).not.toBeNull()
    }
    await tried({}, 'Choose the condition.')
    await tried({ grade: 'worn', amount: 'a lot' }, 'Write the amount in digits, like 12.50.')
    await tried({ grade: 'worn', amount: '5' }, 'Write why something is deducted.')
    const { paid = 0 } = (await stored(number)).items[0] ?? {}
    await tried(
      { grade: 'worn', amount: String(paid), reason: 'Gone' },
      `That’s more than was paid: at most €${(paid / 100).toFixed(2)}.`,
    )
    expect(toni.valueOf('reason')).toBe('Gone')
    await tried(
      { grade: 'worn', photo: [new Blob(['%PDF-1.7 no picture at all'])] },
      'That isn’t a photo that can be read. JPEG, PNG and WebP can.',
    )
    const many = Array.from({ length: 6 }, () => new Blob(['x']))
    await tried({ grade: 'worn', photo: many }, 'Too many photos: at most 5 of an item.')
    expect((await stored(number)).items[0]).toMatchObject({ grade: null, deduction: 0, photos: [] })
  })

  it('refuses more than was sent, and what was changed meanwhile', async () => {
    const number = await sendReturn(2)
    await openAs(key, number)
    const body = (more: Record<string, string>) =>
      new URLSearchParams({ do: 'receive', 'quantity-1': '2', 'quantity-2': '1', ...more })
    await toni.send(`/r/${number}`, body({ 'quantity-1': '3' }))
    expect([toni.status, wrong()]).toEqual([422, ['There can’t be so many.']])
    await toni.send(`/r/${number}`, body({ 'quantity-1': '-1' }))
    expect(wrong()).toEqual(['There can’t be so many.'])
    await toni.send(`/r/${number}`, body({ version: '1' }))
    expect(wrong()).toEqual(['Somebody else has just changed this return. Look again and repeat it.'])
    expect((await stored(number)).state).toBe('label_issued')
  })

  it('takes in what came although it was called off: goods are never nobody’s', async () => {
    const number = await sendReturn()
    await cancelReturn(context, shop.id, { number }, { actor: 'shopper' })
    await openAs(key, number)
    expect(headline()).toBe('2 items expected')
    await receive()
    expect((await stored(number)).state).toBe('received')
  })

  it('says stop where nothing is to be received', async () => {
    const number = await sendReturn()
    await rejectReturn(context, shop.id, { number }, { actor: 'merchant', reason: 'Final sale.' })
    await openAs(key, number)
    expect(headline()).toBe('Stop, nothing is to be received here')
    expect(toni.text()).toContain('The return stands at: rejected.')
    expect(toni.all('[data-part=receive-form]')).toHaveLength(0)
  })
})
