import { expect, test } from './support/test'

const NOT_THERE = [
  {
    what: 'a page that the shop has not',
    path: '/alpenglueck/de/nirgends',
    heading: 'Hier ist nichts',
    lang: 'de',
  },
  { what: 'a page far below', path: '/alpenglueck/en/a/b/c', heading: 'Nothing here', lang: 'en' },
  {
    what: 'a link that opens nothing',
    path: '/alpenglueck/de/o/cf544c6a3b.AAAAAAAAAAAAAAAAAAAAAA',
    heading: 'Dieser Link führt ins Leere',
    lang: 'de',
  },
  { what: 'a link that was cut short', path: '/maison-lumen/fr/o/abc', heading: /\S/, lang: 'fr' },
  { what: 'an unknown parcel number', path: '/alpenglueck/bar/p/999', heading: /\S/, lang: 'bar' },
  { what: 'a language that nobody speaks here', path: '/alpenglueck/it', heading: /\S/, lang: 'de' },
  { what: 'a language that another shop speaks', path: '/alpenglueck/fr', heading: /\S/, lang: 'de' },
  { what: 'an unknown shop', path: '/nowhere/en', heading: 'No shop at this address', lang: 'en' },
  {
    what: 'an unknown shop in German',
    path: '/nowhere/de',
    heading: 'Kein Shop unter dieser Adresse',
    lang: 'de',
  },
  { what: 'an unknown shop without a language', path: '/nowhere', heading: /\S/, lang: 'de' },
  { what: 'nobody’s page', path: '/', heading: /\S/, lang: 'de' },
  { what: 'an asset of yesterday', path: '/assets/gone.js', heading: /\S/, lang: 'de' },
  { what: 'a loader that does not exist', path: '/embed/v2.js', heading: /\S/, lang: 'de' },
  { what: 'a page of the console', path: '/console/x', heading: /\S/, lang: 'de' },
]

for (const { what, path, heading, lang } of NOT_THERE)
  test(`${what} is a document with status 404`, async ({ browser, demo }) => {
    const context = await browser.newContext({ locale: 'de-DE' })
    const page = await context.newPage()
    const answer = await page.goto(`${demo.origin}${path}`)
    expect(answer?.status()).toBe(404)
    expect(answer?.headers()).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'x-robots-tag': 'noindex',
      'referrer-policy': 'no-referrer',
    })
    await expect(page.locator('h1')).toHaveText(heading)
    expect(await page.locator('html').getAttribute('lang')).toBe(lang)
    await context.close()
  })

test('what is not there in a shop offers the look-up and the shop', async ({ page, demo }) => {
  await page.goto(`${demo.origin}/alpenglueck/de/nirgends`)
  await expect(page.getByRole('main').getByRole('link', { name: 'Bestellung suchen' })).toHaveAttribute(
    'href',
    '/alpenglueck/de',
  )
  await expect(page.getByRole('main').getByRole('link', { name: 'Zu Alpenglück' })).toHaveAttribute(
    'href',
    'https://alpenglueck.example.org',
  )
})

test('an order does not open in another shop', async ({ page, demo }) => {
  const foreign = demo.pages['ML-2001']?.replace('/maison-lumen/fr/', '/alpenglueck/de/') ?? ''
  const answer = await page.goto(foreign)
  expect(answer?.status()).toBe(404)
  await expect(page.locator('body')).not.toContainText('ML-2001')
})

const LANGUAGES = [
  { accept: 'de-AT,de;q=0.9,en;q=0.8', leads: '/alpenglueck/de' },
  { accept: 'en-GB', leads: '/alpenglueck/en' },
  { accept: 'fr-FR', leads: '/alpenglueck/de' },
  { accept: 'bar', leads: '/alpenglueck/bar' },
]

for (const { accept, leads } of LANGUAGES)
  test(`a reader of ${accept} is led to ${leads}`, async ({ demo }) => {
    const answer = await fetch(`${demo.origin}/alpenglueck`, {
      redirect: 'manual',
      headers: { 'accept-language': accept },
    })
    expect(answer.status).toBe(307)
    expect(answer.headers.get('location')).toBe(leads)
    expect(answer.headers.get('vary')?.toLowerCase()).toContain('accept-language')
  })
