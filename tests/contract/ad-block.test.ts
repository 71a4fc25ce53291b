import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { assets } from '@/app/_server/assets'
import { makeFrame } from '@/app/_server/make-frame'
import { MESSAGE_STATUS, messageDocument } from '@/app/_server/message-document'
import { renderOrder } from '@/app/_server/order-document'
import { followModel } from '@/components/returns/follow/follow-model'
import { FollowPage } from '@/components/returns/follow/follow-page'
import type { OrderPageRow } from '@/db/queries/read-order'
import { createKeyring } from '@/lib/core/keyring'
import { LOCALES } from '@/lib/i18n/locales'
import { emptyProjection } from '@/lib/parcels/empty-projection'
import { FALLBACK, STATUS_CODES, type StatusCode } from '@/lib/parcels/status'
import {
  addressesOf,
  checkInAddress,
  DRAFT_STEPS,
  mediaAddress,
  type ReturnPart,
  type Stand,
} from '@/lib/shops/addresses'
import { blockedBy, filteredWord } from '@/tests/support/filter-rules'
import { followFacts } from '@/tests/support/follow-facts'
import { MIXED, portalPages, voiceIn } from '@/tests/support/portal-pages'
import { alpine } from '@/tests/support/sample-shops'
import { promise } from '@/tests/support/samples'

const root = fileURLToPath(new URL('../..', import.meta.url))
const NOW = new Date('2026-11-24T09:00:00Z')
/** Some twenty whole pages are rendered. */
const PATIENT = { timeout: 30_000 }
const TOKEN = 'alpenglueck.AAAAAAAAAAAAAAAAAAAAAA'

/** Where our pages may stand: also on hosts that merchants like and lists dislike. */
const HOSTS = [
  'orders.brand.example',
  'parcel.brand.example',
  'track.brand.example',
  'tracking.brand.example',
]
const STANDS: Stand[] = [
  { kind: 'hosted', slug: 'alpenglueck' },
  { kind: 'embedded', slug: 'alpenglueck' },
  { kind: 'own-host' },
]

const RETURN_PARTS: ReturnPart[] = ['cancel', 'method', 'contest', 'choice', 'last-day.ics']

const files = (folder: string): string[] =>
  readdirSync(`${root}${folder}`, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(root.length))

/** `app/(shop)/[shop]/o/[token]/route.ts` → `/x/o/x`. */
const ROUTES = files('app')
  .filter((file) => /\/(?:route|page)\.tsx?$/.test(file))
  .map(
    (file) =>
      file.replace(/^app|\/\([^/]+\)|\/(?:route|page)\.tsx?$/g, '').replace(/\[[^\]]+\]/g, 'x') || '/',
  )

const PUBLIC_FILES = files('public').map((file) => file.slice('public'.length))

const keyring = createKeyring('a secret of the tests, long enough')

/** An order with a parcel in each of these states. */
function orderRow(statuses: readonly StatusCode[]): OrderPageRow {
  const line = { id: '1', title: 'Regenjacke', variant: 'M', quantity: 1, url: 'https://brand.example/jacke' }
  const window = promise('2026-11-25', '2026-11-26')
  const pickup = { name: 'Packstation 1', address: 'Bahnhofplatz 1', lastDay: '2026-11-28' }
  return {
    id: 'order',
    number: 'AG-1',
    version: 1,
    shopVersion: 1,
    schedules: [],
    scope: 'act',
    placedAt: NOW.toISOString(),
    updatedAt: NOW.toISOString(),
    locale: 'de',
    customerName: 'Resi Huber',
    customerEmail: 'resi@example.org',
    deliveryAddress: null,
    lines: [{ ...line, media: { id: '0123456789abcdef0123456789abcdef', width: 72, height: 72 } }],
    parcels: statuses.map((status, index) => ({
      id: `shipment-${index}`,
      carrier: 'dhl',
      number: `P${index}`,
      projection: { ...emptyProjection('outbound'), status, window, originalWindow: window, pickup },
      projectionVersion: 1,
      updatedAt: NOW.toISOString(),
      lines: [],
    })),
    slots: {
      placed: [],
      stopped: [],
      currency: 'EUR',
      discounts: [],
      orders: 1,
      objects: false,
      lines: [],
      products: [],
      voucher: null,
      care: { fixed: null, wished: null },
      feedback: null,
    },
  }
}

const renderPage = async (order: OrderPageRow, stand: Stand): Promise<string> => {
  const facts = { shop: alpine, locale: 'de', origin: 'https://orders.brand.example', token: TOKEN } as const
  return (await renderOrder({ ...facts, keyring, stand, order, returns: [], hasWallet: true, now: NOW })).page
    .html
}

const messagePage = async (kind: keyof typeof MESSAGE_STATUS): Promise<string> => {
  const request = new Request('https://orders.brand.example/')
  return (await messageDocument(request, kind, { shop: alpine, locale: 'de', minutes: 3 })).text()
}

/** The portal from the first question to the sum, and a return that was sent. */
function returnPages(stand: Stand): string[] {
  const frame = makeFrame({
    shop: alpine,
    locale: 'de',
    stand,
    origin: 'https://orders.brand.example',
    sameIn: addressesOf(stand).returns,
    share: 'pending.unknown',
    islands: [],
    indexed: true,
  })
  const voice = voiceIn(alpine, 'de')
  const follow = followModel(followFacts(), alpine, voice.talk)
  const sent = createElement(FollowPage, {
    frame,
    follow,
    self: '/alpenglueck/de/returns/k.b/R1',
    etag: null,
  })
  return [...Object.values(portalPages(alpine, MIXED, voice, { frame })), sent].map((page) =>
    renderToStaticMarkup(page),
  )
}

/** Every state has a card on one page; one state of each kind has a page of its own. */
const everyPage = async (): Promise<string[]> => [
  ...(await Promise.all(STANDS.map((stand) => renderPage(orderRow(STATUS_CODES), stand)))),
  ...(await Promise.all(
    Object.values(FALLBACK).map((status) => renderPage(orderRow([status]), { kind: 'own-host' })),
  )),
  ...(await Promise.all(Object.keys(MESSAGE_STATUS).filter(isMessage).map(messagePage))),
  ...STANDS.flatMap(returnPages),
]

const isMessage = (text: string): text is keyof typeof MESSAGE_STATUS => Object.hasOwn(MESSAGE_STATUS, text)

const found = (html: string, pattern: RegExp): string[] =>
  [...html.matchAll(pattern)].map((match) => match[1] ?? '')

/** The page without its styles and data, which carry vendors' names. */
const markup = (html: string): string => html.replace(/<(style|script)[^>]*>[\s\S]*?<\/\1>/g, '')

const namesIn = (html: string): string[] => [
  ...found(markup(html), / class="([^"]*)"/g).flatMap((list) => list.split(/\s+/)),
  ...found(markup(html), / (data-[a-z-]+)[=\s>]/g),
  ...found(markup(html), / (?:id|name|data-part|data-live|aria-labelledby)="([^"]*)"/g),
]

/** Our own addresses in a page; a carrier's are the carrier's. */
const ownAddressesIn = (html: string): string[] =>
  found(html, / (?:href|src|action|content|data-json)="([^"]*)"/g)
    .map((address) => address.replaceAll('&amp;', '&').replace('https://orders.brand.example', ''))
    .filter((address) => /^\/(?!\/)/.test(address))

const onEveryHost = (path: string): string[] => HOSTS.map((host) => `https://${host}${path}`)

/** What a list has against names and addresses of ours. */
const held = (names: Iterable<string>): string[] =>
  [...new Set(names)].filter((name) => filteredWord(name) !== null)
const blocked = (paths: Iterable<string>): string[] =>
  [...new Set(paths)].flatMap(onEveryHost).filter((url) => blockedBy(url) !== null)

describe('the rules that are tested with', () => {
  it('block what real lists were seen to block', () => {
    for (const url of [
      'https://tracking.brand.com/api/orders/1/events',
      'https://tracking.brand.com/o/1?a=1&ref=email',
      'https://track.brand.com/e/collect',
      'https://brand.com/api/v2/tracking/1Z9',
      'https://brand.com/tracking/events',
      'https://brand.com/tracking/widget/embed.js',
      'https://brand.com/tracking-widget.js',
      'https://brand.com/track?name=x',
      'https://brand.com/track/view?x',
      'https://brand.com/Tracking?id=1',
      'https://brand.com/web-vitals.js',
    ])
      expect(blockedBy(url), url).not.toBeNull()
  })

  it('let through what real lists were seen to let through', () => {
    for (const url of [
      'https://track.brand.com/o/1042',
      'https://track.brand.com/api/orders/1042/events',
      'https://brand.com/embed/v1.js',
      'https://brand.com/e/acme/o/1042',
      'https://brand.com/api/v1/parcels/1/checkpoints',
      'https://brand.com/img/status/x.png',
    ])
      expect(blockedBy(url), url).toBeNull()
  })

  it('find a word however it is joined, and not inside another', () => {
    for (const name of [
      'tracking-widget',
      'parcelTracker',
      'ds_pixel',
      '/a/collect',
      'md:tracking-tight',
      'Stats.js',
    ])
      expect(filteredWord(name), name).not.toBeNull()
    for (const name of ['delivered.collected', 'abstract', 'pixelated', 'retrace', 'contract'])
      expect(filteredWord(name), name).toBeNull()
  })
})

describe('content blockers', () => {
  it('let every route’s address through, on every host', () => {
    expect(ROUTES.length).toBeGreaterThan(10)
    expect(ROUTES).toContain('/x/x/o/x')
    expect(held(ROUTES)).toEqual([])
    expect(blocked(ROUTES)).toEqual([])
  })

  it('let every address that the program makes through, wherever a page stands', () => {
    const addresses = STANDS.flatMap((stand) => {
      const of = addressesOf(stand)
      return LOCALES.flatMap((locale) => [
        ...[of.lookUp(locale), of.icon(locale), of.parcel(locale, '00340434161094000001')],
        ...[of.order(locale, TOKEN), of.calendar(locale, TOKEN), of.wallet(locale, TOKEN)],
        ...STATUS_CODES.map((status) => of.share(locale, status)),
        ...[of.returns(locale), of.returnsOf(locale, TOKEN), of.return(locale, TOKEN, 'R7K2-M4QX')],
        ...DRAFT_STEPS.map((step) => of.draft(locale, TOKEN, step)),
        ...[of.draftFile(locale, TOKEN, 'file'), of.returnFile(locale, TOKEN, 'R7K2-M4QX', 'file')],
        ...RETURN_PARTS.map((part) => of.returnPart(locale, TOKEN, 'R7K2-M4QX', part)),
        ...(['a4', 'a6'] as const).map((form) => of.label(locale, TOKEN, 'R7K2-M4QX', 1, form)),
        ...(['png', 'svg'] as const).map((form) => of.labelCode(locale, TOKEN, 'R7K2-M4QX', 1, form)),
      ])
    })
    const all = [
      ...addresses,
      mediaAddress('alpenglueck', '0123456789abcdef'),
      checkInAddress('R7K2-M4QX'),
      `/img/${TOKEN}/status.png?locale=de`,
    ]
    expect(held(all)).toEqual([])
    expect(blocked(all)).toEqual([])
  })

  it('let every file that is served through: public files, styles, islands', () => {
    const islands = files('components').filter((file) => file.endsWith('.island.ts'))
    expect(islands.length).toBeGreaterThan(0)
    expect(Object.keys(assets().islands).length).toBe(islands.length)
    expect(PUBLIC_FILES.some((file) => file.endsWith('.css'))).toBe(true)
    const all = [...PUBLIC_FILES, ...Object.values(assets().islands)]
    expect(held(all)).toEqual([])
    expect(blocked(all)).toEqual([])
  })

  it('find nothing to hide in a page: no class, no data attribute, no id, no address', PATIENT, async () => {
    const pages = await everyPage()
    const names = [...new Set(pages.flatMap(namesIn))]
    const addresses = [...new Set(pages.flatMap(ownAddressesIn))]
    expect(names).toEqual(
      expect.arrayContaining(['data-part', 'calendar', 'wallet', 'announcer', 'returns-form', 'data-stage']),
    )
    expect(addresses).toEqual(expect.arrayContaining([`/alpenglueck/de/o/${TOKEN}/delivery.ics`]))
    expect(held(names)).toEqual([])
    expect(held(addresses)).toEqual([])
    expect(blocked(addresses)).toEqual([])
  })

  it('find nothing to hide by in the styles: no class of ours has such a name', () => {
    const classes = found(assets().shopperCss, /\.((?:\\.|[\w-])+)/g).map((name) => name.replaceAll('\\', ''))
    expect(classes.length).toBeGreaterThan(50)
    expect(held(classes)).toEqual([])
  })

  it('let the embedding code through: its elements, attributes, messages and addresses', () => {
    const scripts = PUBLIC_FILES.filter((file) => /^\/embed\/.*\.js$/.test(file))
    expect(scripts.length).toBeGreaterThan(0)
    const texts = scripts.flatMap((file) =>
      found(readFileSync(`${root}public${file}`, 'utf8'), /["'`]([^"'`\n]{2,120})["'`]/g),
    )
    expect(texts).toEqual(expect.arrayContaining([expect.stringContaining('doorstep')]))
    expect(held(texts)).toEqual([])
    expect(blocked(texts.filter((text) => text.startsWith('/')))).toEqual([])
  })
})
