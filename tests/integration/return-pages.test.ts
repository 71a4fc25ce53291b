import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { GET as showOrder } from '@/app/(shop)/[shop]/[locale]/o/[token]/route'
import { takeField } from '@/components/returns/items-model'
import { findReturnByNumber } from '@/db/queries/read-return'
import { withShop } from '@/db/with-shop'
import { draftFields } from '@/lib/returns/draft-fields'
import { variantsBodySchema } from '@/lib/returns/variants-body'
import { lookUpOrder } from '@/lib/services/look-up-order'
import { createGiftCodes } from '@/lib/services/returns/create-gift-codes'
import { writeVariants } from '@/lib/services/returns/write-variants'
import { addShop, type TestContext, type TestShop, testContext, useContext } from '@/tests/support/context'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { orderIdOf, POLICY, putPolicy } from '@/tests/support/draft-steps'
import { photograph, png } from '@/tests/support/picture'
import { order, parcelUpdate, post, putOrder, scan } from '@/tests/support/post'
import { type Visitor, visitor } from '@/tests/support/visitor'

vi.mock('next/server', () => import('@/tests/support/after'))

let database: TestDatabase
let context: TestContext
let shop: TestShop
let orderId: string
let home: string
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const EMAIL = 'resi@example.org'
const customer = { name: 'Resi Huber', email: EMAIL }
const JACKET = {
  id: '1',
  sku: 'SHELL-M',
  product: 'SHELL',
  title: 'Regenjacke',
  variant: 'M',
  quantity: 3,
  unitPrice: 10_000,
}
const SOCKS = { id: '2', sku: 'SOCKS', title: 'Socken', quantity: 1, unitPrice: 450 }
const VARIANTS = [
  { sku: 'SHELL-M', product: 'SHELL', title: 'Regenjacke', variant: 'M', price: 10_000, stock: 5 },
  { sku: 'SHELL-L', product: 'SHELL', title: 'Regenjacke', variant: 'L', price: 12_000, stock: 2 },
  { sku: 'SHELL-XL', product: 'SHELL', title: 'Regenjacke', variant: 'XL', price: 12_000, stock: 0 },
  { sku: 'HAT', product: 'HAT', title: 'Mütze', price: 3000, stock: 9 },
]

beforeEach(async () => {
  context = testContext(database, '2026-11-20T12:00:00.000Z')
  useContext(context, database)
  shop = await addShop(context, { embedOrigins: ['https://shop.example'] })
  await putPolicy(context, shop, POLICY)
  await putOrder(
    shop,
    'AG-1',
    order({ customer, lines: [JACKET, SOCKS], deliveryAddress: { postalCode: '80331', countryCode: 'DE' } }),
  )
  await putOrder(
    shop,
    'AG-2',
    order({ customer, lines: [{ ...SOCKS, id: 'a b', title: 'Stirnlampe', unitPrice: 6000 }] }),
  )
  await putOrder(shop, 'AG-3', order({ customer: { email: 'sepp@example.org' } }))
  const variants = variantsBodySchema.parse({
    variants: VARIANTS.map((one) => ({ currency: 'EUR', ...one })),
  })
  await writeVariants(context, shop.id, variants)
  orderId = await orderIdOf(context, shop, 'AG-1')
  home = `/${shop.shop.slug}/en/returns`
})

const take = (line = '1', id = orderId) => takeField(id, line)
const many = (line = '1', id = orderId) => draftFields.quantity(id, line)

async function linkOf(proof: string): Promise<string> {
  const found = await lookUpOrder(context, shop.shop, { number: 'AG-1', proof, peer: '192.0.2.1' })
  if (!found.ok) throw new Error(found.error.code)
  return `${home}/o/${found.value.token}`
}

/** Somebody who has chosen items, at the reasons. */
async function choosing(items: Record<string, string | boolean> = { [take()]: true, [many()]: '1' }) {
  const reader = visitor()
  await reader.open(await linkOf(EMAIL))
  await reader.answer(items)
  expect(reader.step).toBe('reasons')
  return reader
}

/** One jacket, sent back by label for its money: at the sum. */
async function atReview(reader?: Visitor): Promise<Visitor> {
  const at = reader ?? (await choosing())
  await at.answer({ 'reason-1': 'mind' })
  await at.answer({ 'outcome-1': 'refund' })
  await at.answer({ method: 'label' })
  expect(at.step).toBe('review')
  return at
}

describe('the portal', () => {
  it('leads from number and e-mail address to a return, without a script', async () => {
    const reader = visitor()
    await reader.open(home)
    await reader.answer({ order: ' ag-1 ', email: 'RESI@example.org' })
    expect(reader.headline()).toBe('What’s going back?')
    expect(reader.text()).toContain('Regenjacke')
    await reader.answer({ [take()]: true, [many()]: '2' })
    await reader.answer({ 'reason-1': 'size', 'subReason-1-size': 'small', 'comment-1': 'Zwickt' })
    await reader.answer({ 'outcome-1': 'exchange_variant', 'exchangeSku-1-exchange_variant': 'SHELL-L' })
    await reader.answer({ method: 'store', store: 'muc' })
    expect(reader.headline()).toBe('€40.00 to pay')
    await reader.submit()
    const [, token, number = ''] = /returns\/([^/]+)\/([^/]+)$/.exec(reader.address) ?? []
    expect(token).toMatch(/^[a-z0-9]+\.[\w-]{22}$/)
    const stored = await withShop(context.db, shop.id, (tx) => findReturnByNumber(tx, shop.id, number))
    expect(stored).toMatchObject({
      locale: 'en',
      method: { id: 'store', store: { id: 'muc' } },
      quote: { pay: 4000, refund: 0 },
      items: [{ quantity: 2, subReason: 'small', comment: 'Zwickt', exchange: { sku: 'SHELL-L' } }],
    })
  })

  it('answers every form with 303, sets no cookie and lets nobody keep a draft', async () => {
    const reader = await atReview()
    expect(new Set(reader.hops.map(({ status }) => status))).toEqual(new Set([303]))
    expect(reader.headers.get('set-cookie')).toBeNull()
    expect(reader.headers.get('cache-control')).toBe('private, no-store')
    expect(reader.headers.get('x-robots-tag')).toBe('noindex')
    for (const { location } of reader.hops) expect(location).not.toMatch(/AG-1|resi|%40|@/i)
  })

  it('shows a sum that adds up line by line, and the latest day of the money', async () => {
    const reader = await atReview()
    expect(reader.headline()).toBe('€95.10 back to you')
    const amounts = reader.all('[data-part=sum] dd').map((cell) => cell.textContent)
    expect(amounts).toEqual(['€100.00', '−€4.90', '€95.10'])
    expect(reader.all('[data-part=lead]')[0]?.textContent).toMatch(/At the latest on \w+day \d+ December/)
  })

  it('sends twice what was sent once, and leads back to it from every step', async () => {
    const reader = await atReview()
    const review = reader.address
    const other = visitor()
    await other.open(review)
    await reader.submit()
    await other.submit()
    expect(other.address).toBe(reader.address)
    await other.open(review.replace('review', 'items'))
    expect(other.address).toBe(reader.address)
  })
})

describe('finding the order', () => {
  it('says what is missing or wrong, with links to fields that are there', async () => {
    const reader = visitor()
    await reader.open(home)
    await reader.submit('[data-part=returns-form]')
    expect(reader.status).toBe(422)
    expect(reader.errors().map(({ text, target }) => [text, target?.tagName])).toEqual([
      ['Enter the order number.', 'INPUT'],
      ['Enter your email address.', 'INPUT'],
    ])
    await reader.answer({ order: 'AG-1', email: '80331' }, '[data-part=returns-form]')
    expect(reader.errors().map(({ text }) => text)).toEqual([
      'This is no email address. Check it for typing errors.',
    ])
    await reader.answer({ order: 'AG-1', email: 'sepp@example.org' }, '[data-part=returns-form]')
    expect(reader.errors()[0]?.text).toMatch(/^We can’t find an order/)
    const unknown = reader.text().replace('AG-1', '')
    await reader.answer({ order: 'AG-999', email: 'sepp@example.org' }, '[data-part=returns-form]')
    expect(reader.text().replace('AG-999', '')).toBe(unknown)
  })

  it('asks nothing twice of who comes from the order', async () => {
    const reader = visitor()
    await reader.open(await linkOf(EMAIL))
    expect(reader.status).toBe(200)
    expect(reader.all('input[type=email],[name=email],[name=order]')).toEqual([])
  })

  it('asks a link that only shows for the e-mail address, once, before it says what was ordered', async () => {
    const reader = visitor()
    await reader.open(await linkOf('80331'))
    expect(reader.headline()).toBe('Is it you?')
    expect(reader.html).not.toContain('Regenjacke')
    await reader.answer({ email: 'sepp@example.org' })
    expect([reader.status, reader.errors().length]).toEqual([422, 1])
    await reader.answer({ email: EMAIL })
    expect(reader.headline()).toBe('What’s going back?')
  })

  it('stops after too many guesses', async () => {
    const reader = visitor()
    await reader.open(home)
    for (let tries = 0; tries < 6; tries++)
      await reader
        .answer({ order: 'AG-1', email: `guess-${tries}@example.org` }, '[data-part=returns-form]')
        .catch(() => undefined)
    expect(reader.status).toBe(429)
    expect(Number(reader.headers.get('retry-after'))).toBeGreaterThan(0)
  })

  it('opens nothing by a token of another shop, a cut one, or a draft’s link in another shop', async () => {
    const other = await addShop(context)
    const drafts = await choosing()
    const reader = visitor()
    const link = await linkOf(EMAIL)
    for (const address of [
      link.replace(shop.shop.slug, other.shop.slug),
      link.slice(0, -1),
      drafts.address.replace(shop.shop.slug, other.shop.slug),
      `${home}/d/${shop.shop.key}.AAAAAAAAAAAAAAAAAAAAAA/items`,
      `${home}/d/nonsense/items`,
    ]) {
      await reader.open(address)
      expect(reader.status, address).toBe(404)
      expect(reader.html).not.toContain('Regenjacke')
    }
  })

  it('keeps nothing before the first answer', async () => {
    const reader = visitor()
    await reader.open(await linkOf(EMAIL))
    await reader.submit()
    expect(reader.status).toBe(422)
    expect(reader.errors().map(({ text, target }) => [text, target?.id])).toEqual([
      ['Tick at least one item.', 'items'],
    ])
    const drafts = await database.superuser.sql`select 1 from return_drafts where shop_id = ${shop.id}`
    expect(drafts).toEqual([])
  })
})

describe('each step', () => {
  it('has an address of its own that survives a reload, and a way back with what was answered', async () => {
    const reader = await atReview()
    const base = reader.address.replace(/review$/, '')
    for (const [step, name, value] of [
      ['items', many(), '1'],
      ['reasons', 'reason-1', 'mind'],
      ['outcomes', 'outcome-1', 'refund'],
      ['method', 'method', 'label'],
    ] as const) {
      await reader.open(`${base}${step}`)
      await reader.open(`${base}${step}`)
      expect([reader.step, reader.status, reader.valueOf(name)]).toEqual([step, 200, value])
    }
  })

  it('that isn’t reached yet leads to the one that is missing', async () => {
    const reader = await choosing()
    const base = reader.address.replace(/reasons$/, '')
    for (const step of ['outcomes', 'method', 'review']) {
      await reader.open(`${base}${step}`)
      expect(reader.step).toBe('reasons')
    }
    await reader.open(`${base}elsewhere`)
    expect(reader.status).toBe(404)
  })

  it('lets a browser keep what it was answered, so that going back asks for nothing', async () => {
    const reader = await choosing()
    expect(reader.headers.get('cache-control')).toBe('private, no-store')
    await reader.submit()
    expect([reader.status, reader.headers.get('cache-control')]).toEqual([422, 'private, no-cache'])
  })

  it('says what is wrong on top and at the field, and keeps everything that was entered', async () => {
    const reader = await choosing({ [take()]: true, [many()]: '1', [take('2')]: true })
    await reader.answer({ 'reason-1': 'size', 'comment-2': 'Kratzt' })
    expect(reader.status).toBe(422)
    expect(reader.errors().map(({ text, target }) => [text, target?.getAttribute('name')])).toEqual([
      ['Regenjacke: say more precisely what it is.', 'subReason-1-size'],
      ['Socken: choose a reason.', 'reason-2'],
    ])
    expect(reader.all('#reason-2-error')).toHaveLength(1)
    expect(reader.all('fieldset[aria-describedby="reason-2-error"]')).toHaveLength(1)
    expect([reader.valueOf('reason-1'), reader.valueOf('comment-2')]).toEqual(['size', 'Kratzt'])
  })

  it('refuses more than can go back and what nobody offered', async () => {
    const reader = await choosing()
    const base = reader.address.replace(/reasons$/, '')
    const version = reader.valueOf('version') ?? ''
    await reader.send(`${base}items`, new URLSearchParams({ version, [take()]: '1', [many()]: '4' }))
    expect([reader.status, reader.errors()[0]?.text]).toEqual([422, 'No more than 3 pieces can go back.'])
    await reader.open(`${base}reasons`)
    await reader.answer({ 'reason-1': 'size', 'subReason-1-size': 'small' })
    const sku = 'exchangeSku-1-exchange_variant'
    for (const wrong of ['SHELL-XL', 'HAT', 'SHELL-M', 'nothing']) {
      await reader.send(
        `${base}outcomes`,
        new URLSearchParams({
          version: reader.valueOf('version') ?? '',
          'outcome-1': 'exchange_variant',
          [sku]: wrong,
        }),
      )
      expect([wrong, reader.status]).toEqual([wrong, 422])
      expect(reader.errors()[0]?.text).toMatch(/^Regenjacke: what you chose has just sold out/)
    }
  })

  it('answers a body that is no form, and one that breaks off, with a clear page', async () => {
    const reader = await choosing()
    const at = reader.address
    const headers = { 'content-type': 'application/json' }
    await reader.send(at, '{}', { headers })
    expect(reader.status).toBe(400)
    const broken = { 'content-type': 'multipart/form-data; boundary=x' }
    await reader.send(at, '--x\r\nContent-Disposition: form-data; name="version"\r\n\r\n2', {
      headers: broken,
    })
    expect(reader.status).toBe(400)
  })

  it('asks for pieces apart when their reasons differ', async () => {
    const reader = await choosing({ [take()]: true, [many()]: '2' })
    expect(reader.text()).toContain('2 pieces')
    await reader.submit('form', ['do', 'split-1'])
    expect([reader.step, reader.status]).toEqual(['reasons', 200])
    await reader.answer({ 'reason-1': 'mind', 'reason-2': 'size', 'subReason-2-size': 'large' })
    await reader.answer({ 'outcome-1': 'refund', 'outcome-2': 'store_credit' })
    await reader.answer({ method: 'own', 'carrier-1': 'Post', 'box-1': '1', 'box-2': '2' })
    expect(reader.errors().map(({ target }) => target?.id)).toEqual(['carrier-2'])
    await reader.answer({ 'carrier-2': 'GLS', 'number-2': 'RR123456785DE' })
    expect(reader.headline()).toBe('€100.00 back to you, and €110.00 as store credit')
    expect(reader.text()).toContain('Box 2')
  })

  it('needs no way back for what is kept', async () => {
    const reader = await choosing({ [take('2')]: true })
    await reader.answer({ 'reason-1': 'size', 'subReason-1-size': 'large' })
    expect(reader.text()).toContain('Keep it')
    await reader.answer({ 'outcome-1': 'keep' })
    expect([reader.step, reader.headline()]).toEqual(['review', '€4.50 back to you'])
    expect(reader.text()).toContain('Step 4 of 4')
    await reader.open(reader.address.replace('review', 'method'))
    expect(reader.step).toBe('review')
  })
})

describe('rules that changed meanwhile', () => {
  it('are told at the sum, in words, and nothing can be sent', async () => {
    const reader = await atReview()
    const review = reader.address
    const words = { en: 'Rain jackets stay where they are.' }
    await putPolicy(context, shop, {
      ...POLICY,
      rules: [{ id: 'stay', when: { fact: 'line.id', is: '1' }, actions: [{ do: 'deny', words }] }],
    })
    await reader.submit()
    expect(reader.status).toBe(422)
    expect(reader.errors().map(({ text }) => text)).toEqual([
      'As chosen, this can’t be sent: Rain jackets stay where they are.',
    ])
    expect(reader.errors()[0]?.target?.id).toBe('items')
    expect(reader.all('form')).toEqual([])
    await reader.open(review.replace('review', 'items'))
    expect(reader.text()).toContain('Rain jackets stay where they are.')
    expect(reader.all(`[name="${take()}"]`)).toEqual([])
  })
})

describe('the order’s page', () => {
  const page = async (link: string) => {
    const token = link.split('/o/')[1] ?? ''
    const params = Promise.resolve({ shop: shop.shop.slug, locale: 'en', token })
    return (await showOrder(new Request('http://doorstep.test/'), { params })).text()
  }

  it('leads to the portal as soon as something has arrived', async () => {
    const number = '00340434161094000001'
    await putOrder(shop, 'AG-1', order({ customer, lines: [JACKET], parcels: [{ carrier: 'dhl', number }] }))
    const link = await linkOf(EMAIL)
    const move = (status: string, at: string) =>
      post(context, shop, 'standard', parcelUpdate({ number, scans: [scan(at, status)] }))
    await move('in_transit.departed', '2026-11-18T10:00:00+01:00')
    expect(await page(link)).not.toContain(`href="${link}"`)
    await move('delivered.signed', '2026-11-19T10:00:00+01:00')
    expect(await page(link)).toContain(`href="${link}"`)
  })
})

describe('two tabs', () => {
  it('lose nothing: the older form meets what was kept, with what it had entered', async () => {
    const one = await choosing()
    const items = one.address.replace('reasons', 'items')
    const other = visitor()
    await one.open(items)
    await other.open(items)
    await one.answer({ [take('2')]: true })
    expect(one.step).toBe('reasons')
    await other.answer({ [many()]: '3' })
    expect([other.status, other.step]).toEqual([409, 'items'])
    expect(other.text()).toContain('Changed in another window')
    const ticked = other.all<HTMLInputElement>('input[type=checkbox]').map(({ checked }) => checked)
    expect([ticked, other.valueOf(many())]).toEqual([[true, true], '3'])
    await other.submit()
    expect(other.step).toBe('reasons')
    expect(other.text()).toContain('Socken')
    expect(other.text()).toContain('3 pieces')
  })

  it('confirm no sum that isn’t the one that was seen', async () => {
    const one = await atReview()
    const review = one.address
    const other = visitor()
    await other.open(review.replace('review', 'method'))
    await other.answer({ method: 'own', 'carrier-1': 'Post' })
    await one.submit()
    expect([one.status, one.headline()]).toEqual([409, '€100.00 back to you'])
    await one.submit()
    expect(one.address).not.toContain('/d/')
  })

  it('confirm no tampered sum', async () => {
    const reader = await atReview()
    const version = reader.valueOf('version') ?? ''
    await reader.send(reader.address, new URLSearchParams({ version, seen: 'AAAAAAAAAAAAAAAAAAAAAA' }))
    expect(reader.status).toBe(409)
    expect(reader.text()).toContain('The sum has changed since you saw it')
  })
})

describe('photos', () => {
  const blob = (bytes: Uint8Array) => new Blob([new Uint8Array(bytes)])
  const broken = { 'reason-1': 'broken', 'comment-1': 'Naht offen' }

  it('are asked for where the reason needs them, kept, shown without what they told, and removed', async () => {
    const reader = await choosing()
    await reader.answer(broken)
    expect(reader.errors().map(({ text, target }) => [text, target?.id])).toEqual([
      ['Regenjacke: add at least one photo.', 'photos-1'],
    ])
    const photo = await photograph(400, 300)
    await reader.answer({ 'photos-1': [blob(photo), blob(await png(20, 20))] })
    expect(reader.step).toBe('outcomes')
    await reader.open(reader.address.replace('outcomes', 'reasons'))
    const shown = reader
      .all<HTMLImageElement>('img[src*="/files/"]')
      .map((image) => image.getAttribute('src') ?? '')
    expect(shown).toHaveLength(2)
    const looking = visitor()
    await looking.open(shown[0] ?? '')
    expect(looking.headers.get('content-type')).toBe('image/webp')
    expect(looking.headers.get('cache-control')).toBe('private, no-store')
    const stranger = await choosing()
    const token = /\/d\/([^/]+)/.exec(stranger.address)?.[1] ?? ''
    await looking.open((shown[0] ?? '').replace(/\/d\/[^/]+/, `/d/${token}`))
    expect(looking.status).toBe(404)
    const [remove] = reader.all<HTMLButtonElement>('button[name=do][value^=remove-]')
    await reader.submit('form', ['do', remove?.value ?? ''])
    expect(reader.all('img[src*="/files/"]')).toHaveLength(1)
    expect(reader.valueOf('reason-1')).toBe('broken')
  })

  it.each<[string, () => Promise<Uint8Array[]>, RegExp]>([
    ['a PDF', async () => [new TextEncoder().encode('%PDF-1.7\n1 0 obj')], /can’t read one of the files/],
    ['thirty', async () => Array(30).fill(await png(8, 8)), /No more than 5 photos/],
    ['an empty file', async () => [new Uint8Array()], /can’t read one of the files/],
  ])('that are %s get a clear answer, and nothing is half done', async (_what, files, said) => {
    const reader = await choosing()
    await reader.answer({ ...broken, 'photos-1': (await files()).map(blob) })
    expect(reader.status).toBe(422)
    expect(reader.errors()[0]?.text).toMatch(said)
    expect(reader.errors()[0]?.target?.id).toBe('photos-1')
    expect([reader.valueOf('reason-1'), reader.valueOf('comment-1')]).toEqual(['broken', 'Naht offen'])
    expect(await database.superuser.sql`select 1 from return_files where shop_id = ${shop.id}`).toEqual([])
  })

  it('that are too much at once are refused before they are read', async () => {
    const reader = await choosing()
    const headers = {
      'content-type': 'multipart/form-data; boundary=x',
      'content-length': String(40 * 1024 * 1024),
    }
    await reader.send(reader.address, '--x--', { headers })
    expect([reader.status, reader.errors()[0]?.text]).toEqual([
      413,
      'These photos are too much at once. Send fewer, or smaller ones.',
    ])
  })
})

describe('several orders', () => {
  it('go back together when they are the same shopper’s', async () => {
    const reader = await choosing()
    const items = reader.address.replace('reasons', 'items')
    await reader.open(items)
    const add = reader.all<HTMLAnchorElement>('a[href$="/order"]')[0]?.getAttribute('href') ?? ''
    await reader.open(add)
    await reader.answer({ order: 'AG-2', email: EMAIL })
    const second = await orderIdOf(context, shop, 'AG-2')
    expect(reader.step).toBe('items')
    expect(reader.text()).toContain('Return · AG-1, AG-2')
    await reader.answer({ [take('a b', second)]: true })
    await reader.answer({ 'reason-1': 'mind', 'reason-2': 'mind' })
    await reader.answer({ 'outcome-1': 'refund', 'outcome-2': 'refund' })
    await reader.answer({ method: 'own', 'carrier-1': 'Post' })
    expect(reader.headline()).toBe('€160.00 back to you')
    await reader.open(add)
    await reader.answer({ order: 'AG-2', email: EMAIL })
    expect(reader.errors()[0]?.text).toBe('This order is already part of the return.')
    await reader.answer({ order: 'AG-3', email: EMAIL })
    expect(reader.errors()[0]?.text).toMatch(/^We can’t find an order/)
  })
})

describe('a present', () => {
  it('goes back by its code without anybody seeing a price', async () => {
    const made = await createGiftCodes(context, shop.id, 'AG-1', 1)
    const code = made.ok ? (made.value.codes[0] ?? '') : ''
    const reader = visitor()
    const seen: string[] = []
    const look = () => seen.push(reader.html)
    await reader.open(home)
    await reader.answer({ code: 'WRONG-CODE' }, '[data-part=gift-form]')
    expect(reader.errors()[0]?.text).toBe('We don’t know this code. Check it for typing errors.')
    await reader.answer({ code }, '[data-part=gift-form]')
    look()
    expect(reader.all('a[href$="/order"]')).toEqual([])
    await reader.answer({ [take()]: true, [many()]: '1' })
    look()
    await reader.answer({ 'reason-1': 'mind' })
    look()
    await reader.answer({ 'outcome-1': 'store_credit' })
    look()
    await reader.answer({ method: 'store', store: 'muc' })
    look()
    expect(reader.headline()).toBe('Is everything right?')
    await reader.submit()
    expect(reader.errors().map(({ text, target }) => [text, target?.id])).toEqual([
      ['Enter your email address.', 'email'],
    ])
    look()
    await reader.answer({ email: 'beschenkt@example.org' })
    expect(reader.address).toMatch(/returns\/[^/]+\/[^/]+$/)
    for (const page of seen)
      expect(page.replace(/<style>.*?<\/style>/gs, '')).not.toMatch(/€|EUR|100\.00|10000/)
    for (const page of seen) expect(page).not.toContain(EMAIL)
  })
})

describe('in a frame', () => {
  it('the whole way stays below /e with its look, and only the shop’s origins may frame it', async () => {
    const reader = visitor()
    await reader.open(`/e${home}?scheme=dark`)
    await reader.answer({ order: 'AG-1', email: EMAIL })
    await reader.answer({ [take()]: true, [many()]: '1' })
    await atReview(reader)
    await reader.submit()
    for (const { location } of reader.hops)
      expect(location).toMatch(new RegExp(`^/e/${shop.shop.slug}/en/returns/.+\\?scheme=dark$`))
    expect(reader.headers.get('content-security-policy')).toContain('frame-ancestors https://shop.example')
    expect(reader.all('header,footer')).toEqual([])
  })
})
