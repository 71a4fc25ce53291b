import ICAL from 'ical.js'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { GET as getOrder } from '@/app/(shop)/[shop]/[locale]/o/[token]/route'
import { findReturnByNumber } from '@/db/queries/read-return'
import { withShop } from '@/db/with-shop'
import type { DraftChange } from '@/lib/returns/draft-change'
import type { Return } from '@/lib/returns/return'
import { variantsBodySchema } from '@/lib/returns/variants-body'
import { answerContest } from '@/lib/services/returns/answer-contest'
import { checkItem } from '@/lib/services/returns/check-item'
import { recordRefund } from '@/lib/services/returns/money/record-refund'
import { readPhoto } from '@/lib/services/returns/read-photo'
import { receiveReturn } from '@/lib/services/returns/receive-return'
import { writeVariants } from '@/lib/services/returns/write-variants'
import { sweep } from '@/lib/services/sweep'
import { runAfter } from '@/tests/support/after'
import { addShop, type TestContext, type TestShop, testContext, useContext } from '@/tests/support/context'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { answerAll, start } from '@/tests/support/draft-steps'
import { photograph } from '@/tests/support/picture'
import { parcelUpdate, post, scan } from '@/tests/support/post'
import { askReturn } from '@/tests/support/return-routes'
import { returnScene } from '@/tests/support/return-scene'
import { type Visitor, visitor } from '@/tests/support/visitor'

vi.mock('next/server', () => import('@/tests/support/after'))

const DAY = 24 * 3600

let database: TestDatabase
let context: TestContext
let shop: TestShop
let scene: Awaited<ReturnType<typeof returnScene>>
let me: Visitor
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

beforeEach(async () => {
  context = testContext(database, '2026-11-20T12:00:00.000Z')
  useContext(context, database)
  scene = await returnScene(context)
  shop = scene.shop
  me = visitor(askReturn)
})

type Sent = { number: string; token: string; page: string }

/** A return of some jackets, sent and labelled; answered differently where asked. */
async function sendReturn(quantity = 1, ...answers: DraftChange[]): Promise<Sent> {
  const draft = await start(context, shop, 'AG-1')
  await answerAll(draft, [{ orderId: draft.orderId, lineId: '1', quantity }])
  for (const answer of answers) await draft.must(answer)
  const sent = await draft.send()
  if (!sent.ok) throw new Error(JSON.stringify(sent.error))
  await settle()
  const { number, token } = sent.value
  return { number, token, page: `/${shop.shop.slug}/en/returns/${token}/${number}` }
}

/** Lets what waits be done: labels, money, messages. */
async function settle(): Promise<void> {
  await runAfter()
  await sweep(context)
  await runAfter()
}

async function stored({ number }: Sent): Promise<Return> {
  const back = await withShop(context.db, shop.id, (tx) => findReturnByNumber(tx, shop.id, number))
  if (!back) throw new Error(`no return ${number}`)
  return back
}

const warehouse = { actor: 'warehouse', name: 'Toni' } as const

async function scanned(sent: Sent): Promise<void> {
  const [box] = (await stored(sent)).boxes
  const scans = [scan('2026-11-20T13:30:00+01:00', 'in_transit.accepted')]
  await post(context, shop, 'standard', parcelUpdate({ carrier: 'dhl', number: box?.number ?? '', scans }))
  await settle()
}

async function received(sent: Sent): Promise<void> {
  await receiveReturn(context, shop.id, { number: sent.number }, warehouse)
  await settle()
}

async function checked(sent: Sent, deduction = 0): Promise<void> {
  const photo = await readPhoto(await photograph(640, 480))
  if (!photo.ok) throw new Error(photo.error)
  const done = await checkItem(context, shop.id, { number: sent.number }, warehouse, {
    key: '1',
    grade: deduction > 0 ? 'worn' : 'as_new',
    disposition: 'restock',
    deduction,
    deductionReason: deduction > 0 ? 'A stain on the left sleeve.' : null,
    photos: [{ ...photo.value, mediaType: 'image/webp' }],
  })
  if (!done.ok) throw new Error(JSON.stringify(done.error))
  await settle()
}

const headline = () => me.headline().replace(/\s+/g, ' ').trim()
const linkTo = (text: string): string => {
  const link = me.all<HTMLAnchorElement>('a').find((one) => one.textContent?.includes(text))
  if (!link) throw new Error(`no link says ${text}:\n${me.text()}`)
  return link.getAttribute('href') ?? ''
}
const ask = async (address: string, init?: RequestInit): Promise<Response> => {
  const response = await askReturn(address, init)
  if (!response) throw new Error(`nobody answers ${address}`)
  return response
}
const bytesOf = async (address: string) => {
  const response = await ask(address)
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    text: Buffer.from(await response.arrayBuffer()).toString('latin1'),
  }
}

describe('a return that was just sent', () => {
  it('says what to do and until when, with the label for both printers', async () => {
    const sent = await sendReturn()
    await me.open(sent.page)
    expect(me.status).toBe(200)
    expect(headline()).toBe('Print the label and hand it in by Friday 18 December')
    for (const [text, width] of [
      ['Label for any printer', '595.28'],
      ['For a label printer', '297.64'],
    ] as const) {
      const file = await bytesOf(linkTo(text))
      expect([file.status, file.type]).toEqual([200, 'application/pdf'])
      expect(file.text.slice(0, 5)).toBe('%PDF-')
      expect(file.text).toContain(`/MediaBox [0 0 ${width}`)
    }
  })

  it('is told by no cookie, is kept by nobody and shown to no search engine', async () => {
    const sent = await sendReturn()
    await me.open(sent.page)
    expect(me.headers.getSetCookie()).toEqual([])
    expect(Object.fromEntries(me.headers)).toMatchObject({
      'cache-control': 'private, no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    })
  })

  it('speaks every language of its shop', async () => {
    const sent = await sendReturn()
    for (const locale of shop.shop.locales) {
      await me.open(sent.page.replace('/en/', `/${locale}/`))
      expect([locale, me.status]).toEqual([locale, 200])
      expect(me.all('html')[0]?.getAttribute('lang')).toBe(locale)
    }
  })

  it('puts its last day into a calendar, without a link that could be used', async () => {
    const sent = await sendReturn()
    await me.open(sent.page)
    const text = await (await ask(linkTo('Add to calendar'))).text()
    const [event] = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent')
    expect(event?.getFirstPropertyValue('dtstart')?.toString()).toBe('2026-12-18')
    expect(event?.getFirstPropertyValue('status')).toBe('CONFIRMED')
    expect(text.replaceAll('\r\n ', '')).not.toContain(sent.token)
    await scanned(sent)
    expect(await (await ask(`${sent.page}/last-day.ics`)).text()).toContain('STATUS:CANCELLED')
  })

  it('stays the same page until something happens', async () => {
    const sent = await sendReturn()
    const first = await ask(sent.page)
    const etag = first.headers.get('etag') ?? ''
    expect(await first.text()).toContain(`data-etag="${etag.replaceAll('"', '&quot;')}"`)
    const again = () => ask(sent.page, { headers: { 'if-none-match': etag } })
    expect((await again()).status).toBe(304)
    await scanned(sent)
    expect((await again()).status).toBe(200)
  })

  it('stands in a frame with addresses that stay in it', async () => {
    const sent = await sendReturn()
    await me.open(`/e${sent.page}`)
    expect(me.status).toBe(200)
    expect(me.headers.get('content-security-policy')).toContain('frame-ancestors https://shop.example')
    await me.open(linkTo('Cancel this return'))
    expect(me.address).toBe(`/e${sent.page}/cancel`)
    await me.submit('form')
    expect(me.address).toBe(`/e${sent.page}`)
    expect(headline()).toBe('Cancelled')
  })
})

describe('the order’s page', () => {
  const orderPage = async (scope: 'act' | 'view') => {
    const { shop: at, ...links } = scene
    const address = `/${at.shop.slug}/en/o/${links[scope]}`
    const response = await getOrder(new Request(`https://orders.example${address}`), {
      params: Promise.resolve({ shop: at.shop.slug, locale: 'en', token: links[scope] }),
    })
    return response.text()
  }

  it('names its returns as they stand, and leads there only by a link that may act', async () => {
    expect(await orderPage('act')).not.toContain('Your returns')
    const sent = await sendReturn()
    expect(await orderPage('act')).toContain(`href="${sent.page}"`)
    expect(await orderPage('act')).toContain('label issued')
    const looked = await orderPage('view')
    expect(looked).toContain(`Return ${sent.number}`)
    expect(looked).not.toContain(sent.token)
    await scanned(sent)
    expect(await orderPage('act')).toContain('on its way')
  })
})

describe('a link that opens nothing', () => {
  it('is a document that says so: another shop’s, another number, cut short', async () => {
    const sent = await sendReturn()
    const other = await addShop(context)
    const addresses = [
      sent.page.replace(shop.shop.slug, other.shop.slug),
      sent.page.replace(sent.number, 'R000-0000'),
      sent.page.replace(sent.token, sent.token.slice(0, -3)),
      sent.page.replace(sent.token, `${shop.shop.key}.AAAAAAAAAAAAAAAAAAAAAA`),
    ]
    for (const address of addresses) {
      await me.open(address)
      expect([address, me.status]).toEqual([address, 404])
      expect(headline()).toBe('This link opens nothing')
      expect(me.text()).not.toContain(sent.number)
      for (const part of ['label/1/a4.pdf', 'label/1/code.svg', 'last-day.ics', 'cancel', 'method'])
        expect((await ask(`${address}/${part}`)).status, `${address}/${part}`).toBe(404)
    }
  })

  it('has no label of a box, in a form or of a file that isn’t there', async () => {
    const sent = await sendReturn()
    for (const part of ['label/2/a4.pdf', 'label/x/a4.pdf', 'label/1/a5.pdf', 'files/1', 'files/../1'])
      expect((await askReturn(`${sent.page}/${part}`))?.status ?? 404, part).toBe(404)
  })
})

describe('calling it off', () => {
  it('asks once, ends it, and leaves no label to use', async () => {
    const sent = await sendReturn()
    await me.open(sent.page)
    await me.open(linkTo('Cancel this return'))
    expect(headline()).toBe('Cancel this return?')
    await me.submit('form')
    expect(me.hops.at(-1)).toEqual({ status: 303, location: sent.page })
    expect(headline()).toBe('Cancelled')
    expect((await stored(sent)).state).toBe('cancelled')
    expect((await ask(`${sent.page}/label/1/a4.pdf`)).status).toBe(404)
    expect(me.text()).not.toContain('Cancel this return')
  })

  it('can’t be done once the carrier has it, not even by a page that is still open', async () => {
    const sent = await sendReturn()
    await me.open(`${sent.page}/cancel`)
    await scanned(sent)
    await me.submit('form')
    expect(me.status).toBe(409)
    expect(headline()).toBe('This can’t be changed any more')
    expect((await stored(sent)).state).toBe('in_transit')
    await me.open(`${sent.page}/cancel`)
    expect(me.status).toBe(409)
  })

  it('asks again where it was changed meanwhile, and reads no broken form', async () => {
    const sent = await sendReturn()
    const other = visitor(askReturn)
    await me.open(`${sent.page}/cancel`)
    await other.open(`${sent.page}/method`)
    await other.answer({ method: 'store', store: 'muc' })
    await me.submit('form')
    expect(me.status).toBe(409)
    expect(me.text()).toContain('Something has changed')
    expect((await stored(sent)).state).not.toBe('cancelled')
    await me.submit('form')
    expect((await stored(sent)).state).toBe('cancelled')
    await me.send(`${sent.page}/cancel`, new URLSearchParams({ version: 'x' }))
    expect(me.status).toBe(400)
  })
})

describe('another way back', () => {
  it('is chosen from those that the policy allowed: over the counter with the number in large', async () => {
    const sent = await sendReturn()
    await me.open(sent.page)
    await me.open(linkTo('Send it another way'))
    await me.answer({ method: 'store', store: 'muc' })
    expect(headline()).toBe('Bring it to Munich')
    expect(me.text()).toContain(`Return number${sent.number}`)
    expect((await stored(sent)).method).toMatchObject({ kind: 'store', store: { id: 'muc' } })
  })

  it('says what is missing, at its field', async () => {
    const sent = await sendReturn()
    const wrong = async (values: Record<string, string>, text: string) => {
      await me.open(`${sent.page}/method`)
      await me.answer(values)
      expect(me.status).toBe(422)
      expect(me.errors().map((error) => error.text)).toEqual([text])
      expect(me.errors()[0]?.target, text).not.toBeNull()
    }
    await wrong({ method: 'store' }, 'Choose a shop.')
    await wrong({ method: 'pickup' }, 'Choose a day.')
    await wrong({ method: 'own' }, 'Name the carrier.')
    expect((await stored(sent)).method.kind).toBe('label')
  })

  it('of one’s own is known by its number later, and then followed', async () => {
    const sent = await sendReturn(1, {
      kind: 'method',
      method: 'own',
      store: null,
      pickupDay: null,
      own: [{ box: 1, carrier: 'ups', number: null }],
    })
    await me.open(sent.page)
    expect(headline()).toBe('Send it to us with any carrier')
    expect(me.text()).toContain('Lager 1')
    await me.open(linkTo('Enter the parcel number'))
    await me.answer({ method: 'own', 'carrier-1': 'ups', 'number-1': '1Z999AA10123456784' })
    const scans = [scan('2026-11-20T13:30:00+01:00', 'in_transit.departed')]
    await post(
      context,
      shop,
      'standard',
      parcelUpdate({ carrier: 'ups', number: '1Z999AA10123456784', scans }),
    )
    await settle()
    await me.open(sent.page)
    expect(headline()).toBe('Return on its way to us')
    expect(me.text()).toContain('1Z999AA10123456784')
  })
})

describe('on its way to the money', () => {
  it('counts the fourteen days from the first scan', async () => {
    const sent = await sendReturn()
    await me.open(sent.page)
    expect(me.text()).toContain('14 days at most, from the first scan on')
    await scanned(sent)
    context.pass(3 * DAY)
    await me.open(sent.page)
    expect(me.text()).toContain('Day 3 of at most 14')
    expect(me.text()).toContain('on Friday 4 December at the latest')
    expect(me.all('[data-part=history] li')).toHaveLength(1)
    context.pass(12 * DAY)
    await me.open(sent.page)
    expect(me.text()).toContain('Day 15 and the 14 days are over')
  })

  it('shows what the check found, with photo, deduction and reason, and takes an objection once', async () => {
    const sent = await sendReturn()
    await scanned(sent)
    await received(sent)
    await me.open(sent.page)
    expect(headline()).toBe('Arrived, we’re checking it')
    await checked(sent, 2_000)
    await me.open(sent.page)
    expect(me.text()).toContain('Signs of use, €20.00 deducted')
    expect(me.text()).toContain('A stain on the left sleeve.')
    const photo = me.all('[data-part=check] img')[0]?.getAttribute('src') ?? ''
    expect((await ask(photo)).headers.get('content-type')).toBe('image/webp')
    const other = await sendReturn()
    const { number, token } = other
    expect((await ask(photo.replace(sent.token, token).replace(sent.number, number))).status).toBe(404)

    await me.open(linkTo('I see it differently'))
    await me.answer({ text: '  ' })
    expect(me.status).toBe(422)
    expect(me.errors()[0]?.target?.id).toBe('text')
    await me.answer({ text: 'x'.repeat(2_001) })
    expect(me.errors().map(({ text }) => text)).toEqual(['That’s too long: at most 2,000 characters.'])
    await me.answer({ text: 'It was there\nwhen it came. <b>' })
    expect(me.address).toBe(sent.page)
    expect(me.text()).toContain('It was there when it came. <b>')
    expect(me.text()).toContain('A person reads it and answers here.')
    expect(me.text()).not.toContain('I see it differently')
    await me.open(`${sent.page}/contest?item=1`)
    expect(me.status).toBe(409)

    const merchant = { actor: 'merchant', name: 'tests' } as const
    await answerContest(context, shop.id, { number: sent.number }, merchant, {
      key: '1',
      answer: 'You are right, sorry.',
      deduction: 0,
    })
    await me.open(sent.page)
    expect(me.text()).toContain('You are right, sorry.')
  })

  it('says how much was sent, by when a bank has it, and afterwards when it went', async () => {
    const sent = await sendReturn()
    await scanned(sent)
    await received(sent)
    await checked(sent)
    context.pass(2 * DAY)
    const [payment] = (await stored(sent)).payments
    const recorded = await recordRefund(context, shop.id, sent.number, {
      amount: payment?.amount ?? 0,
      reference: 're_1',
    })
    expect(recorded.ok).toBe(true)
    await settle()
    await me.open(sent.page)
    expect(headline()).toMatch(/^Refund sent,? €[\d.]+ with you by Friday 27 November$/)
    expect(me.text()).toContain('Sent on day 2 of at most 14')
    context.pass(8 * DAY)
    await me.open(sent.page)
    expect(headline()).toMatch(/^Refunded,? €[\d.]+ sent on Sunday 22 November$/)
  })
})

describe('an exchange that has run out', () => {
  const exchange: DraftChange = {
    kind: 'outcomes',
    answers: [{ key: '1', outcome: 'exchange_variant', exchangeSku: 'SHELL-L' }],
  }
  const reason: DraftChange = {
    kind: 'reasons',
    answers: [{ key: '1', reason: 'size', subReason: 'small', comment: null }],
  }
  const stock = (sku: string, left: number) =>
    writeVariants(
      context,
      shop.id,
      variantsBodySchema.parse({
        variants: [
          {
            sku,
            product: 'SHELL',
            title: 'Regenjacke',
            variant: sku.slice(6),
            options: {},
            price: 10_000,
            currency: 'EUR',
            stock: left,
          },
        ],
      }),
    )

  async function soldOut(): Promise<Sent> {
    await stock('SHELL-L', 2)
    const sent = await sendReturn(1, reason, exchange)
    await scanned(sent)
    await stock('SHELL-L', 0)
    await received(sent)
    return sent
  }

  it('becomes a question with the money as one answer', async () => {
    const sent = await soldOut()
    await me.open(sent.page)
    expect(headline()).toBe('Sold out, what would you like instead?')
    await me.open(linkTo('Choose now'))
    await me.submit('form')
    expect(me.errors().map(({ text }) => text)).toEqual(['Choose what you’d like instead.'])
    await me.answer({ outcome: 'refund' })
    expect(me.address).toBe(sent.page)
    expect((await stored(sent)).items[0]).toMatchObject({ outcome: 'refund', exchange: null })
    expect(headline()).not.toContain('Sold out')
  })

  it('offers only what is there, and asks again where that has gone, too', async () => {
    await stock('SHELL-XL', 1)
    const sent = await soldOut()
    await me.open(`${sent.page}/choice?item=1`)
    expect(me.all<HTMLInputElement>('[name=sku]').map(({ value }) => value)).toEqual(['SHELL-XL'])
    await me.answer({ outcome: 'exchange_variant' })
    expect(me.errors().map(({ text }) => text)).toEqual(['Choose a version.'])
    await stock('SHELL-XL', 0)
    await me.answer({ outcome: 'exchange_variant', sku: 'SHELL-XL' })
    expect(me.errors().map(({ text }) => text)).toEqual([
      'That has just sold out, too. Please choose something else.',
    ])
    expect((await stored(sent)).items[0]?.exchange?.sku).toBe('SHELL-L')
  })

  it('is asked of nobody whose exchange goes its way', async () => {
    await stock('SHELL-L', 2)
    const sent = await sendReturn(1, reason, exchange)
    await me.open(`${sent.page}/choice?item=1`)
    expect(me.status).toBe(409)
  })
})
