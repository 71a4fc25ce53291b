import { words } from './support/measure'
import { expect, type Page, test } from './support/test'

const DAY_DE = String.raw`(?:heute|morgen|am [\p{L}]+), (?:[\p{L}]+, )?\d+\. [\p{L}]+`
const PAST_DE = String.raw`(?:heute|gestern|[\p{L}]+, \d+\. [\p{L}]+), \d\d:\d\d Uhr`
const DAY_EN = String.raw`(?:today|tomorrow|on [A-Z][a-z]+),? (?:[A-Z][a-z]+ )?\d+ [A-Z][a-z]+`
const DAY_FR = String.raw`(?:aujourd’hui|demain|[\p{L}]+),? (?:[\p{L}]+ )?(?:\d+|1er) [\p{L}]+`

const sentence = (pattern: string): RegExp => new RegExp(`^${pattern}$`, 'u')

/** What each page says first. */
const HEADLINES: Record<string, RegExp> = {
  'AG-1001': sentence(
    String.raw`Kommt heute, [\p{L}]+, \d+\. [\p{L}]+(?:, zwischen \d\d:\d\d und \d\d:\d\d Uhr)?`,
  ),
  'AG-1002': sentence('1 von 3 zugestellt'),
  'AG-1003': sentence('Kimmt zwischn .+ und .+'),
  'AG-1004': sentence(`Gut untergekommen – in der Nachbarschaft, ${PAST_DE}`),
  'AG-1005': sentence(String.raw`Abholen bis [\p{L}]+, \d+\. [\p{L}]+`),
  'AG-1006': sentence('Zollpapiere unvollständig'),
  'AG-1007': sentence(String.raw`Kein Scan seit \d+ (?:Stunden|Tagen)`),
  'AG-1008': sentence('Arrives between .+ and .+'),
  'AG-1009': sentence('Beim Paketdienst angekündigt'),
  'AG-1010': sentence(`Zugestellt, ${PAST_DE}`),
  'AG-1011': sentence(`Zugestellt, ${PAST_DE}`),
  'AG-1012': sentence(`Zugestellt, ${PAST_DE}`),
  'ML-2001': sentence(`Arrive ${DAY_FR}`),
  'ML-2002': sentence('Arrive entre .+ et .+'),
  'ML-2003': sentence(`À retirer d’ici ${DAY_FR}`),
  'ML-2004': sentence('Adresse à corriger'),
  'ML-2005': sentence('Payment needed'),
  'ML-2006': sentence('Colis endommagé'),
  'ML-2007': sentence(String.raw`Livré contre signature, .+, \d\d:\d\d`),
  'ML-2008': sentence('Renvoyé faute de retrait'),
  'NL-3001': sentence(
    String.raw`Arrives today, [A-Z][a-z]+ \d+ [A-Z][a-z]+(?:, between \d\d:\d\d and \d\d:\d\d)?`,
  ),
  'NL-3002': sentence('Running late'),
  'NL-3003': sentence(`Nächster Versuch ${DAY_DE}`),
  'NL-3004': sentence(`Arrives ${DAY_EN}`),
  'NL-3005': sentence(`Kommt ${DAY_DE}`),
  'NL-3006': sentence('Registered'),
  'NL-3007': sentence('Verloren gegangen'),
  'NL-3008': sentence(String.raw`Waiting in your safe place, .+, \d\d:\d\d`),
}

for (const [number, headline] of Object.entries(HEADLINES))
  test(`${number} first says ${headline.source}`, async ({ page, demo }) => {
    await page.goto(demo.pages[number] ?? '')
    await expect(page.locator('h1')).toHaveCount(1)
    expect(words(await page.locator('h1').textContent())).toMatch(headline)
  })

test('the demo shows nothing else', ({ demo }) => {
  expect(Object.keys(demo.pages)).toEqual(Object.keys(HEADLINES))
})

/** The parts of an order's page, in the order in which they stand in the document. */
const PARTS = [
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

const partsOf = (page: Page): Promise<string[]> =>
  page.locator('[data-part]').evaluateAll((all) => all.map((part) => part.getAttribute('data-part') ?? ''))

for (const number of ['AG-1001', 'AG-1005', 'ML-2004', 'NL-3007'])
  test(`${number} answers in the order of need`, async ({ page, demo }) => {
    await page.goto(demo.pages[number] ?? '')
    const parts = await partsOf(page)
    expect(parts.filter((part) => PARTS.includes(part))).toEqual(PARTS)
    for (const part of PARTS) await expect(page.locator(`[data-part=${part}]`)).not.toBeEmpty()
  })

test('several parcels have a card each, with its own day, after the count', async ({ page, demo }) => {
  await page.goto(demo.pages['AG-1002'] ?? '')
  const cards = page.locator('[data-part=parcel]')
  await expect(cards).toHaveCount(3)
  for (const [index, says] of [
    /^Kommt heute, /,
    /^Kommt (?:heute|morgen|am) /,
    /^Mit Unterschrift zugestellt, /,
  ].entries()) {
    const card = cards.nth(index)
    await expect(card).toContainText(`Paket ${index + 1} von 3`)
    expect(words(await card.locator('h2').first().textContent())).toMatch(says)
    await expect(card.locator('[data-part=items]')).not.toBeEmpty()
    await expect(card.locator('[data-part=history]')).not.toBeEmpty()
  }
  await expect(page.locator('[data-part=help]')).toHaveCount(1)
})

for (const { number, total } of [
  { number: 'AG-1001', total: 6 },
  { number: 'AG-1009', total: 1 },
  { number: 'ML-2006', total: 3 },
])
  test(`${number} shows its latest three scans of ${total}, the earlier ones on demand`, async ({
    page,
    demo,
  }) => {
    await page.goto(demo.pages[number] ?? '')
    const scans = page.locator('[data-part=history] ol > li')
    await expect(scans).toHaveCount(total)
    const shown = Math.min(total, 3)
    for (let index = 0; index < total; index += 1)
      await expect(scans.nth(index)).toBeVisible({ visible: index < shown })
    const more = page.locator('[data-part=history] details')
    await expect(more).toHaveCount(total > 3 ? 1 : 0)
    if (total <= 3) return
    await more.locator('summary').click()
    for (let index = 0; index < total; index += 1) await expect(scans.nth(index)).toBeVisible()
  })

test('scans go from new to old', async ({ page, demo }) => {
  for (const address of Object.values(demo.pages)) {
    await page.goto(address)
    for (const history of await page.locator('[data-part=history]').all()) {
      const times = await history
        .locator('time')
        .evaluateAll((all) => all.map((each) => each.getAttribute('datetime') ?? ''))
      expect(times.map((time) => Date.parse(time))).toEqual(
        times.map((time) => Date.parse(time)).sort((a, b) => b - a),
      )
    }
  }
})

test('a scan told by two carriers’ ways stands once', async ({ page, demo }) => {
  await page.goto(demo.pages['NL-3005'] ?? '')
  await expect(page.locator('[data-part=history] ol > li')).toHaveCount(4)
})

test('no page promises a day that has passed', async ({ demo }) => {
  const today = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)
  for (const address of Object.values(demo.pages)) {
    const [, token] = address.split('/o/')
    const order = await (await fetch(`${demo.origin}/api/v1/o/${token}`)).json()
    for (const { window } of order.parcels) if (window) expect(window.latest >= today, address).toBe(true)
  }
})

test('an address is enough to know one’s own, and too little for a stranger', async ({ page, demo }) => {
  await page.goto(demo.pages['AG-1001'] ?? '')
  const text = await page.locator('body').innerHTML()
  expect(text).toContain('Resi H.')
  expect(text).toContain('80331 München')
  expect(text).not.toMatch(/Huber|Straße 47|resi@example\.org|28817386/)
})

test('help stands in the same place on every page of a shop, the look-up and errors too', async ({
  page,
  demo,
}) => {
  for (const address of [
    demo.pages['AG-1001'],
    demo.pages['AG-1007'],
    `${demo.origin}/alpenglueck/de`,
    `${demo.origin}/alpenglueck/de/x`,
  ]) {
    await page.goto(address ?? '')
    const help = page.locator('[data-part=help]')
    await expect(help.getByRole('link', { name: 'servus@alpenglueck.example.org' })).toHaveAttribute(
      'href',
      /^mailto:servus@/,
    )
    await expect(help.getByRole('link', { name: '+49 89 99998 214' })).toHaveAttribute(
      'href',
      'tel:+498999998214',
    )
    await expect(help.getByRole('link', { name: 'Chat' })).toHaveAttribute(
      'href',
      'https://alpenglueck.example.org/chat',
    )
    expect((await partsOf(page)).at(-1) === 'announcer' || (await partsOf(page)).at(-1) === 'help').toBe(true)
  }
})

test('Alpenglück says du', async ({ page, demo }) => {
  await page.goto(demo.pages['AG-1004'] ?? '')
  const text = await page.locator('main').innerText()
  expect(text).toMatch(/\b(?:du|dir|dich|dein)\b/i)
  expect(text).not.toMatch(/\b(?:Ihnen|Ihr(?:e|en|em|er)?)\b/)
})

test('Nordlys says Sie', async ({ page, demo }) => {
  for (const number of ['NL-3003', 'NL-3005', 'NL-3007']) {
    await page.goto(demo.pages[number] ?? '')
    const text = await page.locator('main').innerText()
    expect(text).toMatch(/\b(?:Sie|Ihnen|Ihr|Ihre)\b/)
    expect(text).not.toMatch(/\b(?:du|dir|dich|deine?[mnrs]?)\b/i)
  }
})

test('Maison Lumen says vous', async ({ page, demo }) => {
  for (const number of ['ML-2003', 'ML-2004', 'ML-2007']) {
    await page.goto(demo.pages[number] ?? '')
    const text = await page.locator('main').innerText()
    expect(text).toMatch(/\b(?:vous|votre|vos)\b/i)
    expect(text).not.toMatch(/(?<![\p{L}-])(?:tu|toi|ton|tes)(?![\p{L}])/iu)
  }
})

test('a shop’s own words replace ours, in its language alone', async ({ page, demo }) => {
  const own = demo.pages['ML-2002'] ?? ''
  await page.goto(own)
  await expect(page.locator('[data-part=meaning]')).toHaveText(
    /^Emballé à la main dans notre atelier de Pantin/,
  )
  await page.goto(own.replace('/fr/', '/en/'))
  await expect(page.locator('[data-part=kicker]')).toHaveText('Your parcel has left our studio')
  await expect(page.locator('[data-part=meaning]')).toHaveText(
    'The carrier has collected your parcel from us.',
  )
})

test('a page leads to itself in each of the shop’s languages', async ({ page, demo }) => {
  const own = demo.pages['AG-1003'] ?? ''
  await page.goto(own)
  const alternates = await page
    .locator('link[rel=alternate]')
    .evaluateAll((links) => links.map((link) => [link.getAttribute('hreflang'), link.getAttribute('href')]))
  expect(alternates.map(([language]) => language)).toEqual(['de', 'bar', 'en'])
  await page.getByRole('navigation', { name: 'Sprach' }).getByRole('link', { name: 'English' }).click()
  await expect(page).toHaveURL(own.replace('/bar/', '/en/'))
  await expect(page.locator('h1')).toHaveText(/^Arrives/)
  await expect(page.getByRole('link', { name: 'English' })).toHaveAttribute('aria-current', 'page')
})

test('a page has an icon in the shop’s colour', async ({ page, demo }) => {
  await page.goto(demo.pages['AG-1001'] ?? '')
  const icon = (await page.locator('link[rel=icon]').getAttribute('href')) ?? ''
  const answer = await fetch(new URL(icon, demo.origin))
  expect(answer.headers.get('content-type')).toBe('image/svg+xml')
  expect(await answer.text()).toContain('#1f5c45')
})

test('a shared link shows shop and state, and nothing personal', async ({ page, demo }) => {
  for (const number of ['AG-1001', 'ML-2004']) {
    const address = demo.pages[number] ?? ''
    await page.goto(address)
    const picture = (await page.locator('meta[property="og:image"]').getAttribute('content')) ?? ''
    expect(picture).toMatch(/^http:\/\/[^/]+\/[a-z-]+\/[a-z]+\/share\/[a-z_]+\.[a-z_]+\.png$/)
    const answer = await fetch(picture)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('image/png')
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect(bytes.readUInt32BE(16)).toBe(1200)
    expect(bytes.readUInt32BE(20)).toBe(630)
    const metas = await page
      .locator('meta')
      .evaluateAll((all) => all.map((meta) => meta.getAttribute('content')).join(' '))
    expect(metas).not.toContain(number)
    expect(metas).not.toMatch(/Resi|Huber|Sofia|Benali|00340434161094000001/)
  }
})

test('items show what was bought: picture, name, variant, how many', async ({ page, demo }) => {
  const address = demo.pages['AG-1009'] ?? ''
  await expect(async () => {
    await page.goto(address)
    await expect(page.locator('[data-part=items] img')).toHaveCount(1, { timeout: 1_000 })
  }).toPass({ timeout: 20_000 })
  const items = page.locator('[data-part=items]')
  await expect(items).toContainText('4 × Emailbecher Sonnwend')
  await items.locator('img').scrollIntoViewIfNeeded()
  await expect
    .poll(() => items.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(71)
  await expect(items.getByRole('link')).toHaveAttribute('href', /^https:\/\/alpenglueck\.example\.org\/p\//)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('an order page says everything, and its earlier scans open', async ({ page, demo }) => {
    await page.goto(demo.pages['AG-1001'] ?? '')
    for (const part of PARTS) await expect(page.locator(`[data-part=${part}]`)).toBeVisible()
    await page.locator('[data-part=history] summary').click()
    await expect(page.locator('[data-part=history] ol > li').last()).toBeVisible()
  })
})
