import { demoShowcase } from '@/db/seed/demo/plan'
import { expect, test } from './support/test'

for (const { number } of demoShowcase(new Date()))
  test(`the link of ${number} stays between the shopper and the shop`, async ({ demo }) => {
    const { headers } = await fetch(demo.pages[number] ?? '')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('cache-control')).toBe('private, no-store')
    expect(headers.get('x-robots-tag')).toMatch(/\bnoindex\b/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(/^default-src 'none'(;|$)/)
    expect(policy).not.toMatch(/unsafe|\*|https?:|data:/)
    expect(policy).toContain("frame-ancestors 'none'")
  })

test('nothing sets a cookie, and nothing names the framework', async ({ demo }) => {
  const [page = ''] = Object.values(demo.pages)
  const html = await (await fetch(page)).text()
  const [icon = ''] = /(?<=<link rel="icon" href=")[^"]+/.exec(html) ?? []
  const [json = ''] = /(?<=data-json=")[^"]+/.exec(html) ?? []
  const [script = ''] = /(?<=src=")\/assets\/[^"]+/.exec(html) ?? []
  const paths = [
    '/',
    '/alpenglueck',
    '/alpenglueck/de',
    '/robots.txt',
    '/api/health',
    '/api/v1/p/alpenglueck/00340434161094000032',
    icon,
    json,
    script,
  ]
  for (const path of [page, ...paths.map((each) => `${demo.origin}${each}`)]) {
    const { headers } = await fetch(path, { redirect: 'manual' })
    expect(headers.getSetCookie(), path).toEqual([])
    expect(headers.get('x-powered-by'), path).toBeNull()
  }
})

test('no script stands in a document', async ({ demo }) => {
  for (const page of Object.values(demo.pages)) {
    const html = await (await fetch(page)).text()
    // A block of data is never run.
    expect(html).not.toMatch(/<script(?![^>]* src=)(?! type="application\/ld\+json">)/)
    expect(html).not.toMatch(/ on[a-z]+="| style="|javascript:/)
  }
})

test('search engines are kept from what a link opens', async ({ demo }) => {
  const rules = await (await fetch(`${demo.origin}/robots.txt`)).text()
  for (const path of ['/*/*/o/', '/*/returns/', '/r/']) expect(rules).toContain(`Disallow: ${path}\n`)
  expect(rules).not.toMatch(/returns$/m)
})

test('no word that ad-blockers eat stands in an address of a page', async ({ page, demo }) => {
  const eaten = /track|trace|collect|pixel|beacon|analytic|stats|impression|banner/i
  const seen: string[] = []
  page.on('request', (request) => seen.push(new URL(request.url()).pathname))
  await page.goto(demo.pages['AG-1002'] ?? '')
  const own = await page.evaluate(() =>
    [...document.querySelectorAll('[href], [src], [class], [id]')].flatMap((element) => [
      element.getAttribute('class') ?? '',
      element.id,
      ...['href', 'src']
        .map((name) => element.getAttribute(name) ?? '')
        .filter((address) => address.startsWith('/')),
    ]),
  )
  expect([...seen, ...own].filter((name) => eaten.test(name))).toEqual([])
})
