import { sql as text } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { GET as readSettings, PUT as writeSettings } from '@/app/api/v1/consent-settings/route'
import { POST as askDecision } from '@/app/api/v1/consents/decision/route'
import { GET as listRecipients } from '@/app/api/v1/consents/recipients/route'
import { POST as reportConsents } from '@/app/api/v1/consents/route'
import { objectsSql } from '@/db/queries/read-consents'
import { withShop } from '@/db/with-shop'
import { confirmLink, consentToken, messageLinks } from '@/lib/services/consent/consent-links'
import { erasePerson } from '@/lib/services/erase-person'
import { forgetExpired } from '@/lib/services/forget-expired'
import { lookUpOrder } from '@/lib/services/look-up-order'
import { askConsent } from '@/tests/support/consent-routes'
import { addShop, type TestContext, type TestShop, testContext, useContext } from '@/tests/support/context'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { order, putOrder } from '@/tests/support/post'
import { visitor } from '@/tests/support/visitor'

vi.mock('next/server', () => import('@/tests/support/after'))

const EMAIL = 'resi@example.org'
const DAY = 86_400
const RESI = {
  placedAt: '2026-11-13T09:12:00+01:00',
  channel: 'web',
  customer: { name: 'Resi Huber', email: EMAIL },
  deliveryAddress: { postalCode: '80331', countryCode: 'DE' },
}

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
  await putOrder(shop, 'AG-1', order(RESI))
})

type Api = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>
const call = async (handler: Api, method: string, body: unknown, query = '') => {
  const answer = await handler(
    new Request(`http://doorstep.test/${query}`, {
      method,
      headers: { authorization: `Bearer ${shop.apiKey}`, 'content-type': 'application/json' },
      ...(body === null ? {} : { body: JSON.stringify(body) }),
    }),
    { params: Promise.resolve({}) },
  )
  return { status: answer.status, body: await answer.json() }
}
const decision = async (more: object = {}) => {
  const ask = {
    email: EMAIL,
    purpose: 'review',
    channel: 'email',
    country: 'DE',
    saysHowToObject: true,
    ...more,
  }
  return (await call(askDecision, 'POST', ask)).body
}
const noticed = () => call(writeSettings, 'PUT', { noticeSince: '2026-01-01T00:00:00Z' })

const linkOf = async (proof: string): Promise<string> => {
  const found = await lookUpOrder(context, shop.shop, { number: 'AG-1', proof, peer: '192.0.2.1' })
  if (!found.ok) throw new Error(found.error.code)
  return found.value.token
}
const at = (path: string) => `/${shop.shop.slug}/de/${path}`
const mails = () =>
  database.superuser.sql<{ subject: string; target: string; payload: Record<string, unknown> }[]>`
    select subject, target, payload from outbox
    where shop_id = ${shop.id} and channel = 'email' and milestone = 'confirm' order by created_at, id`
const log = () => database.superuser.sql`select * from consents where shop_id = ${shop.id} order by at, id`
const reader = () => visitor((address, init) => askConsent(address, init))
const pathOf = (link: string): string => new URL(link).pathname

describe('the newsletter', () => {
  it('begins once the mailbox has said yes, and the log tells when, where, to what words and how that is known', async () => {
    const page = reader()
    await page.open(at('newsletter'))
    await page.answer({ email: ' Resi@Example.org ' })
    expect(page.headline()).toBe('Bitte ins Postfach schauen')
    expect(await decision({ purpose: 'newsletter' })).toEqual({ allowed: false, because: 'unconfirmed' })

    const [mail] = await mails()
    expect(mail).toMatchObject({
      target: 'Resi@Example.org',
      payload: { purpose: 'newsletter', locale: 'de' },
    })
    context.pass(60)
    await page.open(pathOf(confirmLink(context, shop.shop, mail?.subject ?? '', 'de')))
    expect(page.status).toBe(200)
    expect(await decision({ purpose: 'newsletter' })).toMatchObject({ allowed: false })
    await page.submit('[data-part=ask-form]')
    expect(page.headline()).toBe('Bestätigt')
    expect(await decision({ purpose: 'newsletter' })).toEqual({
      allowed: true,
      ground: 'consent',
      personal: true,
    })

    const [asked, confirmed] = await log()
    expect(asked).toMatchObject({
      act: 'requested',
      subject: 'newsletter',
      channel: 'email',
      place: 'newsletter',
    })
    expect(confirmed).toMatchObject({
      act: 'confirmed',
      place: 'confirmation',
      wording: asked?.wording,
      proof: { by: 'confirmation', request: asked?.id },
    })
    const [wording] = await database.superuser
      .sql`select locale, text from consent_wordings where shop_id = ${shop.id} and version = ${asked?.wording}`
    expect(wording).toMatchObject({ locale: 'de' })
    expect(wording?.text).toContain('Neuigkeiten und Angebote')
    expect(JSON.stringify(await log())).not.toMatch(/resi|192\.0\.2|unknown/i)
    expect((await call(listRecipients, 'GET', null, '?purpose=newsletter')).body).toMatchObject({
      recipients: [{ email: 'Resi@Example.org', locale: 'de' }],
    })
  })

  it('is confirmed once however often the button is pressed, and not by looking', async () => {
    const page = reader()
    await page.open(at('newsletter'))
    await page.answer({ email: EMAIL })
    const link = pathOf(confirmLink(context, shop.shop, (await mails())[0]?.subject ?? '', 'de'))
    await page.open(link)
    await page.open(link)
    expect((await log()).map(({ act }) => act)).toEqual(['requested'])
    await page.send(link, new URLSearchParams())
    await page.send(link, new URLSearchParams())
    expect((await log()).map(({ act }) => act)).toEqual(['requested', 'confirmed'])
  })

  it('is over after two weeks, and after a no', async () => {
    const page = reader()
    await page.open(at('newsletter'))
    await page.answer({ email: EMAIL })
    const link = pathOf(confirmLink(context, shop.shop, (await mails())[0]?.subject ?? '', 'de'))
    const act = await linkOf(EMAIL)
    context.pass(60)
    await page.open(at(`preferences/${act}/stop`))
    await page.submit('[data-part=ask-form]')
    await page.open(link)
    expect(page.status).toBe(410)
    await page.send(link, new URLSearchParams())
    expect((await log()).map((entry) => entry.act)).toEqual(['requested', 'objected'])

    await page.open(at('newsletter'))
    await page.answer({ email: EMAIL })
    const again = pathOf(confirmLink(context, shop.shop, (await mails())[1]?.subject ?? '', 'de'))
    context.pass(14 * DAY + 1)
    await page.open(again)
    expect(page.status).toBe(410)
  })

  it('fills nobody’s mailbox, and answers the same whoever is asked for', async () => {
    const page = reader()
    const answers: string[] = []
    for (let time = 0; time < 5; time++) {
      await page.open(at('newsletter'))
      await page.answer({ email: EMAIL })
      answers.push(page.headline())
    }
    expect(new Set(answers)).toEqual(new Set(['Bitte ins Postfach schauen']))
    expect(await mails()).toHaveLength(3)
    await page.open(at('newsletter'))
    await page.answer({ email: 'no address' })
    expect(page.status).toBe(422)
    expect(page.errors()[0]?.target).not.toBeNull()
  })

  it('forgets an address that nobody confirmed, and keeps a customer’s', async () => {
    const page = reader()
    for (const email of ['stranger@example.org', EMAIL]) {
      await page.open(at('newsletter'))
      await page.answer({ email })
    }
    context.pass(15 * DAY)
    await forgetExpired(context)
    const kept = await database.superuser
      .sql`select email from recipients where shop_id = ${shop.id} and email is not null`
    expect(kept.map(({ email }) => email)).toEqual([EMAIL])
  })
})

describe('preferences', () => {
  it('tell nothing and change nothing behind a link that only shows, until the address is known', async () => {
    const page = reader()
    const view = await linkOf('80331')
    await page.open(at(`preferences/${view}`))
    expect(page.headline()).toBe('Bist du es?')
    expect(page.html).not.toContain('example.org')
    await page.send(at(`preferences/${view}`), new URLSearchParams({ shown: 'delivery.email' }))
    await page.send(at(`preferences/${view}/stop`), new URLSearchParams({ from: 'page' }))
    expect(await log()).toHaveLength(0)
    await page.open(at(`preferences/${view}`))
    await page.answer({ email: 'somebody@example.org' })
    expect(page.status).toBe(422)
    await page.answer({ email: EMAIL })
    expect(page.headline()).toBe('Was dürfen wir schicken?')
    expect(page.text()).toContain('r•••@example.org')
  })

  it('show what is on by law, and end it at once', async () => {
    await noticed()
    expect(await decision()).toEqual({ allowed: true, ground: 'existing_customer', personal: true })
    const page = reader()
    await page.open(at(`preferences/${await linkOf(EMAIL)}`))
    const switches = () =>
      Object.fromEntries(
        page.all<HTMLInputElement>('[name=on]').map(({ value, checked }) => [value, checked]),
      )
    expect(switches()).toEqual({
      'delivery.email': true,
      'newsletter.email': false,
      'recommendations.email': true,
      'voucher.email': true,
      'review.email': true,
      'feedback.email': true,
      'referral.email': false,
      'personalisation.page': true,
    })
    for (const box of page.all<HTMLInputElement>('[name=on]'))
      if (box.value === 'review.email' || box.value === 'personalisation.page') box.checked = false
    context.pass(60)
    await page.submit('[data-part=preferences-form]')
    expect(page.text()).toContain('Gespeichert')
    expect(switches()).toMatchObject({
      'review.email': false,
      'feedback.email': true,
      'personalisation.page': false,
    })
    expect(await decision()).toEqual({ allowed: false, because: 'objected' })
    expect(await decision({ purpose: 'feedback' })).toMatchObject({ allowed: true, personal: false })
    expect((await log()).map(({ act, subject }) => `${act} ${subject}`).sort()).toEqual([
      'objected personalisation',
      'objected review',
    ])
  })

  it('take a yes to advertising only from the mailbox, though the link may act', async () => {
    const page = reader()
    await page.open(at(`preferences/${await linkOf(EMAIL)}`))
    for (const box of page.all<HTMLInputElement>('[name=on]'))
      if (box.value === 'referral.email') box.checked = true
    await page.submit('[data-part=preferences-form]')
    expect(page.text()).toContain('Noch ein Schritt')
    expect(await decision({ purpose: 'referral' })).toEqual({ allowed: false, because: 'unconfirmed' })
    const [mail] = await mails()
    await page.open(pathOf(confirmLink(context, shop.shop, mail?.subject ?? '', 'de')))
    await page.submit('[data-part=ask-form]')
    expect(await decision({ purpose: 'referral' })).toMatchObject({ allowed: true, ground: 'consent' })
  })

  it('open by a recipient’s own link too, in a frame as well, and by nobody else’s', async () => {
    const page = reader()
    await page.open(at('newsletter'))
    await page.answer({ email: 'new@example.org' })
    const [row] = await database.superuser.sql`select id from recipients where shop_id = ${shop.id}`
    const own = consentToken(context.keyring, shop.shop.key, 'preferences', row?.id)
    await page.open(`/e${at(`preferences/${own}`)}`)
    expect(page.text()).toContain('n•••@example.org')
    const other = await addShop(context, {}, [])
    await page.open(`/${other.shop.slug}/de/preferences/${own}`)
    expect(page.status).toBe(404)
    await page.open(at(`preferences/${own.slice(0, -1)}${own.endsWith('A') ? 'Q' : 'A'}`))
    expect(page.status).toBe(404)
  })
})

describe('objection at once', () => {
  const press = (link: string, init: RequestInit) =>
    askConsent(link.replace('https://orders.example', ''), init)

  it('is taken from a mailbox provider: without cookies or origin, in either form, answered without a redirect', async () => {
    await noticed()
    const token = await linkOf(EMAIL)
    const { stop } = messageLinks(context, shop.shop, token, { locale: 'de', purpose: 'review' })
    const multipart = new FormData()
    multipart.set('List-Unsubscribe', 'One-Click')
    for (const body of [new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }), multipart]) {
      const answer = await press(stop, { method: 'POST', body })
      expect(answer?.status).toBe(200)
    }
    expect((await log()).map(({ act, subject, place }) => [act, subject, place])).toEqual([
      ['objected', 'review', 'one-click'],
    ])
    expect(await decision()).toEqual({ allowed: false, because: 'objected' })
    expect(await decision({ purpose: 'feedback' })).toMatchObject({ allowed: true })
  })

  it('happens by no look alone', async () => {
    await press(
      messageLinks(context, shop.shop, await linkOf(EMAIL), { locale: 'de', purpose: 'review' }).stop,
      {},
    )
    expect(await log()).toHaveLength(0)
  })

  it('ends all advertising with one button, and says so', async () => {
    await noticed()
    const page = reader()
    await page.open(at(`preferences/${await linkOf(EMAIL)}/stop`))
    await page.submit('[data-part=ask-form]')
    expect(page.headline()).toBe('Erledigt. Davon kommt nichts mehr.')
    for (const purpose of ['review', 'feedback', 'recommendations', 'voucher', 'newsletter', 'referral'])
      expect(await decision({ purpose, similarGoods: true })).toEqual({ allowed: false, because: 'objected' })
    expect(await decision({ purpose: 'delivery' })).toEqual({
      allowed: true,
      ground: 'contract',
      personal: false,
    })
  })
})

describe('an objection to personalisation', () => {
  const objects = async () => {
    const rows = await withShop(context.db, shop.id, (tx) =>
      tx.execute<{ version: number; objects: boolean }>(
        text`select o.version, ${objectsSql(shop.id, text`o`)} as objects from orders o
          where o.shop_id = ${shop.id} and o.number = 'AG-1'`,
      ),
    )
    return rows[0]
  }
  const report = (act: string, subject: string, when: string) =>
    call(reportConsents, 'POST', {
      consents: [{ email: EMAIL, act, subject, at: when, place: 'telephone', reference: `${act} ${when}` }],
    })

  it('is read with the order, and makes its page anew', async () => {
    expect(await objects()).toEqual({ version: 1, objects: false })
    await report('objected', 'personalisation', '2026-11-14T10:00:00Z')
    expect(await objects()).toEqual({ version: 2, objects: true })
    await report('allowed', 'personalisation', '2026-11-15T10:00:00Z')
    expect(await objects()).toEqual({ version: 3, objects: false })
    await report('objected', 'marketing', '2026-11-16T10:00:00Z')
    expect(await objects()).toEqual({ version: 4, objects: true })
    await report('objected', 'newsletter', '2026-11-17T10:00:00Z')
    expect(await objects()).toEqual({ version: 4, objects: true })
  })

  it('of whoever holds an order without an address is kept with that order', async () => {
    await putOrder(shop, 'AG-2', order())
    const [row] = await database.superuser
      .sql`select id from orders where shop_id = ${shop.id} and number = 'AG-2'`
    const { orderToken } = await import('@/lib/services/order-links')
    const page = reader()
    await page.open(at(`preferences/${orderToken(context.keyring, shop.shop.key, row?.id, 'act')}`))
    expect(page.all('[name=on]')).toHaveLength(1)
    for (const box of page.all<HTMLInputElement>('[name=on]')) box.checked = false
    await page.submit('[data-part=preferences-form]')
    const rows = await withShop(context.db, shop.id, (tx) =>
      tx.execute<{ number: string; objects: boolean }>(
        text`select o.number, ${objectsSql(shop.id, text`o`)} as objects from orders o
          where o.shop_id = ${shop.id} order by o.number`,
      ),
    )
    expect([...rows]).toEqual([
      { number: 'AG-1', objects: false },
      { number: 'AG-2', objects: true },
    ])
  })
})

describe('what the merchant reports', () => {
  const entry = {
    email: EMAIL,
    act: 'confirmed',
    subject: 'newsletter',
    channel: 'email',
    at: '2026-11-18T09:12:00+01:00',
    place: 'checkout',
    wording: 'newsletter-2026-03',
    reference: 'esp-4711',
  }
  const report = (...consents: object[]) => call(reportConsents, 'POST', { consents })

  it('counts, once, however often it is reported', async () => {
    expect(await report(entry, entry)).toEqual({ status: 200, body: { written: 2 } })
    await report(entry)
    expect(await log()).toHaveLength(1)
    expect(await decision({ purpose: 'newsletter' })).toMatchObject({ ground: 'consent' })
    await report({ ...entry, act: 'withdrawn', at: '2026-11-19T09:12:00+01:00' })
    expect(await decision({ purpose: 'newsletter' })).toEqual({ allowed: false, because: 'objected' })
  })

  it('never stands above an objection that comes later, however far ahead its clock is', async () => {
    await report({ ...entry, at: '2062-11-18T09:12:00+01:00' })
    expect(await decision({ purpose: 'newsletter' })).toMatchObject({ ground: 'consent' })
    await report({ ...entry, act: 'objected', at: context.now().toISOString() })
    expect(await decision({ purpose: 'newsletter' })).toEqual({ allowed: false, because: 'objected' })
  })

  it.each([
    ['a yes to all advertising', { subject: 'marketing' }],
    ['a yes without a channel', { channel: null }],
    ['a message that is «allowed»', { act: 'allowed' }],
    ['a reference that names an address', { reference: 'mail of resi@example.org' }],
    ['a day before there was e-mail', { at: '0000-01-01T00:00:00Z' }],
    ['an unknown field', { consent: true }],
    ['an unknown subject', { subject: 'confirmation' }],
  ])('is refused for %s', async (_, more) => {
    expect((await report({ ...entry, ...more })).status).toBe(422)
    expect(await log()).toHaveLength(0)
  })

  it('of the checkout decides whether the rule for existing customers carries anything', async () => {
    expect((await call(readSettings, 'GET', null)).body).toEqual({
      noticeSince: null,
      ownChannels: ['web', 'app'],
    })
    expect(await decision()).toEqual({ allowed: false, because: 'no_notice_at_collection' })
    await call(writeSettings, 'PUT', { noticeSince: '2026-11-14T00:00:00Z' })
    expect(await decision()).toEqual({ allowed: false, because: 'no_notice_at_collection' })
    await noticed()
    expect(await decision()).toMatchObject({ ground: 'existing_customer' })
    await putOrder(shop, 'AG-1', order({ ...RESI, channel: 'marketplace' }))
    expect(await decision()).toEqual({ allowed: false, because: 'no_own_sale' })
    expect(await decision({ email: 'nobody@example.org' })).toEqual({
      allowed: false,
      because: 'no_own_sale',
    })
  })
})

it('erasing a person leaves no address, and remembers the objection', async () => {
  await noticed()
  const page = reader()
  await page.open(at('newsletter'))
  await page.answer({ email: EMAIL })
  context.pass(60)
  await page.open(at(`preferences/${await linkOf(EMAIL)}/stop`))
  await page.submit('[data-part=ask-form]')
  expect(await erasePerson(context, shop.id, { email: EMAIL })).toMatchObject({
    orders: ['AG-1'],
    messages: 1,
  })
  for (const table of ['recipients', 'consents', 'outbox', 'orders'])
    expect(
      JSON.stringify(
        await database.superuser.sql.unsafe(`select * from ${table} where shop_id = $1`, [shop.id]),
      ),
    ).not.toMatch(/resi/i)
  await putOrder(shop, 'AG-9', order(RESI))
  expect(await decision()).toEqual({ allowed: false, because: 'objected' })
})

it('erases somebody who is known by the newsletter alone', async () => {
  const page = reader()
  await page.open(at('newsletter'))
  await page.answer({ email: 'reader@example.org' })
  expect(await erasePerson(context, shop.id, { email: 'READER@example.org' })).toMatchObject({
    links: 1,
    messages: 1,
  })
  expect(await erasePerson(context, shop.id, { email: 'nobody@example.org' })).toBeNull()
})
