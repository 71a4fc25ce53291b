import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import ICAL from 'ical.js'
import * as pki from 'pkijs'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { orderPage } from '@/app/_server/kept-orders'
import { GET as getCalendar } from '@/app/(shop)/[shop]/[locale]/o/[token]/delivery.ics/route'
import { GET as getBundle } from '@/app/(shop)/[shop]/[locale]/o/[token]/wallet/route'
import { getShop } from '@/db/queries/find-shop'
import { parseToken } from '@/lib/shops/token'
import { runVerb } from '@/scripts/run-verb'
import { addShop, type TestContext, type TestShop, testContext, useContext } from '@/tests/support/context'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { order, parcelUpdate, post, putOrder, scan } from '@/tests/support/post'
import { walletIdentity } from '@/tests/support/wallet-identity'

vi.mock('next/server', () => import('@/tests/support/after'))

let database: TestDatabase
let context: TestContext
let shop: TestShop
let other: TestShop
let token: string

type Handler = typeof getCalendar

const ask = (handler: Handler, { of = token, at = shop, locale = 'de', headers = {} } = {}) =>
  handler(new Request('https://orders.example/', { headers }), {
    params: Promise.resolve({ shop: at.shop.slug, locale, token: of }),
  })

const tokenOf = async (response: Response): Promise<string> => {
  const body: { links: { order: string } } = await response.json()
  return body.links.order.split('/').at(-1) ?? ''
}

const page = async () =>
  (
    await orderPage(
      context,
      await getShop(context.db, shop.id),
      'de',
      { stand: { kind: 'hosted', slug: shop.shop.slug }, origin: context.origin },
      token,
    )
  )?.page.html ?? ''

beforeAll(async () => {
  database = await createTestDatabase()
  context = testContext(database)
  useContext(context, database)
  shop = await addShop(context)
  other = await addShop(context)
  token = await tokenOf(await putOrder(shop, 'AG-1', order({ parcels: [{ carrier: 'dhl', number: 'P1' }] })))
  await post(
    context,
    shop,
    'standard',
    parcelUpdate({
      number: 'P1',
      scans: [scan('2026-11-20T10:00:00+01:00', 'in_transit.arrived')],
      window: { earliest: '2026-11-21', latest: '2026-11-22' },
    }),
  )
})
afterAll(() => database.drop())

describe('an order’s calendar', () => {
  it('is a calendar file to download, named, kept by nobody, with the promised days in it', async () => {
    const response = await ask(getCalendar)
    expect(response.status).toBe(200)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="delivery.ics"',
      'cache-control': 'private, no-cache',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
    })
    const [event] = new ICAL.Component(ICAL.parse(await response.text())).getAllSubcomponents('vevent')
    expect(event?.getFirstPropertyValue('dtstart')?.toString()).toBe('2026-11-21')
    expect(event?.getFirstPropertyValue('dtend')?.toString()).toBe('2026-11-23')
  })

  it('links to the order by a link that only looks, not by the one that asked', async () => {
    const text = (await (await ask(getCalendar)).text()).replaceAll('\r\n ', '')
    const url = /^URL:(.+)$/m.exec(text)?.[1]?.trim() ?? ''
    const linked = url.split('/').at(-1) ?? ''
    expect(parseToken(linked)?.shopKey).toBe(shop.shop.key)
    expect(text).not.toContain(token)
    const { headers, status } = await ask(getCalendar, { of: linked })
    expect([status, headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8'])
  })

  it('is not sent again while nothing changed, and is once the parcel moves', async () => {
    const etag = (await ask(getCalendar)).headers.get('etag') ?? ''
    expect((await ask(getCalendar, { headers: { 'if-none-match': etag } })).status).toBe(304)
    await post(
      context,
      shop,
      'standard',
      parcelUpdate({ number: 'P1', scans: [scan('2026-11-20T12:10:00+01:00', 'in_transit.departed')] }),
    )
    expect((await ask(getCalendar, { headers: { 'if-none-match': etag } })).status).toBe(200)
  })

  it('is nobody’s under a wrong link, another shop, an unknown language, and before a day is named', async () => {
    const dayless = await tokenOf(
      await putOrder(shop, 'AG-2', order({ parcels: [{ carrier: 'dhl', number: 'P2' }] })),
    )
    const asked = [
      { of: `${shop.shop.key}.AAAAAAAAAAAAAAAAAAAAAA` },
      { of: 'noise' },
      { at: other },
      { locale: 'fr' },
      { of: dayless },
    ]
    for (const one of asked) expect((await ask(getCalendar, one)).status, JSON.stringify(one.of)).toBe(404)
  })

  it('is offered by the order’s page', async () => {
    expect(await page()).toContain(`href="/${shop.shop.slug}/de/o/${token}/delivery.ics"`)
  })
})

describe('an order for Wallet', () => {
  const files = (identity: Awaited<ReturnType<typeof walletIdentity>>) => {
    const folder = mkdtempSync(join(tmpdir(), 'doorstep-wallet-'))
    for (const [name, text] of Object.entries(identity)) writeFileSync(join(folder, name), text)
    return folder
  }

  async function verb(...argv: string[]) {
    const said: string[] = []
    const say = (line: string) => said.push(line)
    const code = await runVerb(argv, { context: async () => context, out: say, err: say })
    return { code, said: said.join('\n') }
  }

  const set = async (identity: Awaited<ReturnType<typeof walletIdentity>>) => {
    const folder = files(identity)
    const paths = ['certificate', 'key', 'chain'].flatMap((name) => [`--${name}`, join(folder, name)])
    const outcome = await verb(
      'wallet:set',
      shop.shop.slug,
      '--merchant',
      'merchant.com.example.shop',
      ...paths,
    )
    rmSync(folder, { recursive: true })
    return outcome
  }

  it('is neither there nor offered until the shop has a certificate', async () => {
    expect((await ask(getBundle)).status).toBe(404)
    expect(await page()).not.toContain('/wallet"')
  })

  it('refuses a certificate that can’t sign, with the reason, and keeps nothing of it', async () => {
    const [mine, strange] = [await walletIdentity(context.now()), await walletIdentity(context.now())]
    expect(await set({ ...mine, key: strange.key })).toEqual({
      code: 1,
      said: 'The key is not the certificate’s.',
    })
    expect((await verb('wallet:set', shop.shop.slug)).code).toBe(2)
    expect((await ask(getBundle)).status).toBe(404)
  })

  it('is a signed bundle once it has one: every file by its hash, the manifest under the shop’s own certificate', async () => {
    const identity = await walletIdentity(context.now())
    expect(await set(identity)).toMatchObject({
      code: 0,
      said: expect.stringContaining('order.com.example.shop'),
    })
    expect(await page()).toContain(`href="/${shop.shop.slug}/de/o/${token}/wallet"`)

    const response = await ask(getBundle)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/vnd.apple.order',
      'content-disposition': 'attachment; filename="order.order"',
      'cache-control': 'private, no-store',
    })
    const {
      signature,
      'manifest.json': manifest,
      ...content
    } = unzipSync(new Uint8Array(await response.arrayBuffer()))
    expect(Object.keys(content).toSorted()).toEqual(['logo.png', 'order.json'])
    const hashes = Object.entries(content).map(([name, bytes]) => [
      name,
      createHash('sha256').update(bytes).digest('hex'),
    ])
    expect(JSON.parse(strFromU8(manifest ?? new Uint8Array()))).toEqual(Object.fromEntries(hashes))

    const json = JSON.parse(strFromU8(content['order.json'] ?? new Uint8Array()))
    expect(json).toMatchObject({
      schemaVersion: 1,
      orderNumber: 'AG-1',
      orderTypeIdentifier: 'order.com.example.shop',
      merchant: { merchantIdentifier: 'merchant.com.example.shop', logo: 'logo.png' },
      orderManagementURL: `${context.origin}/${shop.shop.slug}/de/o/${token}`,
      fulfillments: [{ status: 'onTheWay', carrier: 'DHL', trackingNumber: 'P1' }],
    })
    const info = pki.ContentInfo.fromBER(new Uint8Array(signature ?? []))
    const signed = new pki.SignedData({ schema: info.content })
    const root = pki.Certificate.fromBER(Buffer.from(identity.root.replace(/-----.*-----|\s/g, ''), 'base64'))
    const verify = (data: Uint8Array) =>
      signed.verify({
        signer: 0,
        data: new Uint8Array(data).buffer,
        trustedCerts: [root],
        checkDate: context.now(),
        checkChain: true,
      })
    expect(await verify(manifest ?? new Uint8Array())).toBe(true)
    expect(await verify(new TextEncoder().encode('{}')).catch(() => false)).toBe(false)
  })

  it('keeps the key sealed: the database holds neither it nor its certificate in clear', async () => {
    const rows = await database.superuser.sql<
      { row: string }[]
    >`select wallet_certificates::text as row from wallet_certificates`
    expect(rows.length).toBe(1)
    expect(rows[0]?.row).not.toMatch(/PRIVATE|CERTIFICATE|MII/)
  })

  it('is gone once the certificate has expired, and once it is removed', async () => {
    context.pass(400 * 86_400)
    expect((await ask(getBundle)).status).toBe(404)
    expect(await page()).not.toContain('/wallet"')
    context.pass(-400 * 86_400)
    expect((await ask(getBundle)).status).toBe(200)
    expect(await verb('wallet:remove', shop.shop.slug)).toEqual({ code: 0, said: 'removed' })
    expect((await ask(getBundle)).status).toBe(404)
    expect(await page()).not.toContain('/wallet"')
    expect((await verb('wallet:remove', shop.shop.slug)).code).toBe(1)
  })
})
