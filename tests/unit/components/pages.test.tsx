import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { Frame } from '@/components/page/frame'
import { LookUpPage } from '@/components/page/look-up-page'
import { MessagePage } from '@/components/page/message-page'
import { type OrderFacts, orderModel } from '@/components/page/order-model'
import { OrderPage } from '@/components/page/order-page'
import { ParcelPage } from '@/components/page/parcel-page'
import { parcelModel } from '@/components/parcel/parcel-model'
import type { ParcelFacts } from '@/components/parcel/view-model'
import type { Locale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translator'
import { brandCss } from '@/lib/shops/brand-css'
import { alpine } from '@/tests/support/sample-shops'
import { SAMPLES, type SampleName } from '@/tests/support/samples'

const frameIn = (locale: Locale, more: Partial<Frame> = {}): Frame => ({
  talk: translator(alpine, locale),
  shop: alpine,
  styles: ['body{margin:0}', brandCss(alpine.brand)],
  islands: ['/assets/live.0.js'],
  alternates: alpine.locales.map((other) => ({ locale: other, href: `https://shop.example/${other}` })),
  origin: 'https://shop.example',
  canonicalHref: null,
  lookUpHref: '/alpenglueck/en',
  iconHref: '/alpenglueck/icon.svg',
  pictureHref: 'https://shop.example/card.png',
  chrome: true,
  indexed: false,
  ...more,
})

const facts = (name: SampleName, index = 1): ParcelFacts => ({
  id: `p${index}`,
  view: SAMPLES[name],
  carrierName: 'DHL',
  number: '00340434161094000001',
  carrierUrl: 'https://carrier.example/1',
  items: [
    {
      id: '1',
      title: 'Regenjacke',
      variant: 'M',
      quantity: 2,
      url: null,
      picture: { src: '/media/1', width: 72, height: 72 },
    },
  ],
  order: null,
})

const ADDRESS = { name: 'R. H.', lines: ['S… 1', '80331 München'] }

function order(names: SampleName[], locale: Locale = 'en', more: Partial<OrderFacts> = {}): string {
  const frame = frameIn(locale)
  const model = orderModel(
    {
      number: 'AG-1001',
      placedAt: new Date('2026-11-21T09:12:00Z'),
      parcels: names.map((name, index) => facts(name, index + 1)),
      restItems: [],
      address: ADDRESS,
      now: new Date('2026-11-24T14:00:00Z'),
      ...more,
    },
    alpine,
    frame.talk,
  )
  return html(<OrderPage frame={frame} order={model} json="/api/v1/o/token" etag={'"1"'} />)
}

const html = (page: ReactElement): string => renderToStaticMarkup(page)
const partsOf = (markup: string): string[] =>
  [...markup.matchAll(/data-part="([\w-]+)"/g)].map(([, part]) => part ?? '')
const textOf = (markup: string): string => markup.replace(/<style>.*?<\/style>/gs, '').replace(/<[^>]+>/g, '')

const movement = () =>
  html(
    <ParcelPage
      frame={frameIn('en')}
      parcel={parcelModel(facts('out'), alpine, translator(alpine, 'en'))}
      json="/j"
      etag={null}
    />,
  )
const lookUp = () =>
  html(
    <LookUpPage frame={frameIn('en')} action="/find" errors={['proof_missing']} values={{ order: 'AG-1' }} />,
  )

const everyPage = (): string[] => [
  ...(Object.keys(SAMPLES) as SampleName[]).map((name) => order([name])),
  order(['delivered', 'tomorrow', 'locker']),
  order([]),
  movement(),
  lookUp(),
  html(<MessagePage frame={frameIn('en')} kind="notFound" status={404} />),
]

describe('the order page', () => {
  it('answers in the order of need', () => {
    const wanted = [
      'headline',
      'meaning',
      'next',
      'freshness',
      'progress',
      'action',
      'items',
      'history',
      'address',
      'help',
    ]
    expect(partsOf(order(['out'])).filter((part) => wanted.includes(part))).toEqual(wanted)
  })

  it('has the window as its h1 and its title', () => {
    const page = order(['tomorrow'])
    expect(page).toContain('<title>Arrives tomorrow, Wednesday 25 November · Alpenglück</title>')
    const [, headline = ''] = /<h1[^>]*>(.*?)<\/h1>/s.exec(page) ?? []
    expect(textOf(headline).replace(/\s+/g, ' ').trim()).toBe('Arrives tomorrow, Wednesday 25 November')
  })

  it('has one h1, whatever it shows', () => {
    for (const page of everyPage()) expect(page.match(/<h1/g)).toHaveLength(1)
  })

  it('shows three scans, and the others behind one line', () => {
    const page = order(['delivered'])
    const [before = '', after = ''] = page.slice(page.indexOf('data-part="history"')).split('<details')
    expect(before.match(/<li/g)).toHaveLength(3)
    expect(after.slice(0, after.indexOf('</details>')).match(/<li/g)).toHaveLength(
      SAMPLES.delivered.timeline.length - 3,
    )
  })

  it('has at most one primary action a parcel', () => {
    const page = order(['address'])
    const action = page.slice(page.indexOf('data-part="action"'), page.indexOf('data-part="items"'))
    expect(action.match(/<a /g)).toHaveLength(1)
    expect(action).toContain('mailto:hilfe@alpenglueck.example?subject=')
  })

  it('counts several parcels on top and gives each a card with its own window', () => {
    const page = order(['delivered', 'tomorrow', 'locker'])
    const [, headline = ''] = /<h1[^>]*>(.*?)<\/h1>/s.exec(page) ?? []
    expect(textOf(headline).trim()).toMatch(/^1 of 3\s+delivered$/)
    expect(page.match(/<article/g)).toHaveLength(3)
    expect(page.match(/<h2[^>]*data-part="headline"/g)).toHaveLength(3)
  })

  it('tells where and until when to collect', () => {
    const page = order(['locker'])
    expect(page).toContain('Packstation 124')
    expect(page).toContain('Last day: Thursday 26 November · 2 days left')
  })

  it('marks an unhappy state by colour, icon and picture', () => {
    const page = order(['address'])
    expect(page).toContain('data-tone="action"')
    expect(page).toContain('data-landmark="unnumbered"')
  })

  it('is marked final only when every parcel is', () => {
    expect(order(['delivered'])).toContain('data-final=""')
    expect(order(['delivered', 'tomorrow'])).not.toContain('data-final')
    expect(order([])).not.toContain('data-final')
  })
})

describe('the movement page', () => {
  it('shows neither items nor address nor order', () => {
    const page = movement()
    expect(partsOf(page)).not.toContain('items')
    expect(partsOf(page)).not.toContain('address')
    expect(textOf(page)).not.toMatch(/AG-1001|Regenjacke|80331/)
  })
})

describe('the look-up', () => {
  it('ties an error to its field and links to it from the summary', () => {
    const page = lookUp()
    expect(page).toContain('href="#proof"')
    expect(page).toMatch(
      /<input[^>]*id="proof"[^>]*aria-invalid="true"[^>]*aria-describedby="proof-error proof-hint"/,
    )
    expect(page).toMatch(/<input[^>]*id="order"[^>]*value="AG-1"/)
  })

  it('does not tell which of the two was wrong', () => {
    const page = html(<LookUpPage frame={frameIn('en')} action="/find" errors={['no_match']} values={{}} />)
    expect(page).not.toContain('aria-invalid=')
  })
})

describe('every document', () => {
  it('keeps a policy without inline script, inline style attributes or other origins’ files', () => {
    for (const page of everyPage()) {
      expect(page).not.toMatch(/\sstyle="/)
      expect(page).not.toMatch(/<script(?![^>]*\ssrc="\/)/)
      expect(page).not.toMatch(/\son\w+="/)
      expect(page).not.toMatch(/<(img|source|script|iframe)[^>]*\s(src|srcset)="(https?:)?\/\//)
    }
  })

  it('names nothing by a word that blockers eat', () => {
    const words = /\b(track(ing|er)?|trace|collect|pixel|beacon|analytics|stats|impression|banner)\b/i
    for (const page of everyPage()) {
      const names = [...page.matchAll(/\s(?:class|id|data-[\w-]+|name)="([^"]*)"/g)].map(([, name]) => name)
      expect(names.filter((name) => words.test(name ?? ''))).toEqual([])
    }
  })

  it('has each id and each live part once', () => {
    for (const page of everyPage())
      for (const name of ['id', 'data-live']) {
        const values = [...page.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'))].map(([, value]) => value)
        expect(values).toEqual([...new Set(values)])
      }
  })

  it('names its language, its other languages and its shop', () => {
    const page = order(['tomorrow'], 'bar')
    expect(page).toContain('<html lang="bar" dir="ltr">')
    expect(page).toContain('<link rel="alternate" hrefLang="de" href="https://shop.example/de"/>')
    expect(page).toContain('property="og:site_name" content="Alpenglück"')
  })

  it('gives every picture its size', () => {
    for (const page of everyPage())
      for (const [tag] of page.matchAll(/<img[^>]*>/g)) expect(tag).toMatch(/width="\d+" height="\d+" alt="/)
  })

  it('has no header and footer inside somebody’s page', () => {
    const page = html(<MessagePage frame={frameIn('en', { chrome: false })} kind="error" status={500} />)
    expect(page).not.toMatch(/<header|<footer/)
  })
})
