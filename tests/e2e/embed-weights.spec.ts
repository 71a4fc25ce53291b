import { brotliCompressSync } from 'node:zlib'
import { z } from 'zod'
import { bareElement, hostPage } from './embed/host-page'
import { expect, inside, listenFor, met, test } from './embed/test'

const MOST_SCRIPT = 3000
const MOST_INSIDE = 5200
const MOST_DOCUMENT = 14_000

/** Measured as shipped, brotli -11; see `docs/embed/plain-html.md`. */
const OTHERS = { 'cal.com embed.js': 14_817, 'typeform embed.js': 12_160, 'parcelLab plugin': 36_313 }

const versionsSchema = z.object({
  latest: z.string(),
  versions: z.record(z.string(), z.object({ file: z.string(), integrity: z.string() })),
})

const weight = (text: string): number => brotliCompressSync(text).byteLength

test('the script weighs at most 3,000 bytes and is kept for minutes, its versions for ever', async ({
  origin,
}) => {
  const moving = await fetch(`${origin}/embed/v1.js`)
  const text = await moving.text()
  console.log(`embed/v1.js: ${weight(text)} B brotli; ${JSON.stringify(OTHERS)}`)
  expect(weight(text)).toBeLessThanOrEqual(MOST_SCRIPT)
  expect(moving.headers.get('cache-control')).toBe('public, max-age=300, stale-while-revalidate=86400')
  const { latest, versions } = versionsSchema.parse(
    await (await fetch(`${origin}/embed/versions.json`)).json(),
  )
  const fixed = await fetch(origin + (versions[latest]?.file ?? ''))
  expect(await fixed.text()).toBe(text)
  expect(fixed.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  for (const { headers } of [moving, fixed]) {
    expect(headers.get('content-type')).toContain('javascript')
    expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  }
})

test('a version runs under its published hash, and not under another', async ({ page, origin, brand }) => {
  await listenFor(page)
  const { versions } = versionsSchema.parse(await (await fetch(`${origin}/embed/versions.json`)).json())
  const [version] = Object.values(versions)
  const line = (integrity: string) =>
    `<script async src="${origin}${version?.file}" integrity="${integrity}" crossorigin></script>`
  const content = bareElement({ shop: brand.shop.slug, locale: 'de' })
  await page.goto(brand.site.put(hostPage(content + line(version?.integrity ?? ''))))
  await met(page)
  await expect(inside(page).locator('form').first()).toBeVisible()
  await page.goto(brand.site.put(hostPage(content + line(`sha384-${'A'.repeat(64)}`))))
  await page.waitForTimeout(500)
  expect(await page.evaluate(() => customElements.get('doorstep-parcel') === undefined)).toBe(true)
})

for (const path of ['', '/o/TOKEN', '/p/PARCEL', '/returns', '/returns/o/TOKEN'])
  test(`the framed page ${path || 'of the look-up'} fits one round trip, its scripts little more than five kilobytes`, async ({
    origin,
    brand,
  }) => {
    const { shop } = brand
    const inner = path.replace('TOKEN', shop.token).replace('PARCEL', shop.parcel)
    const html = await (await fetch(`${origin}/e/${shop.slug}/de${inner}`)).text()
    expect(html).not.toMatch(/<script(?![^>]* src="\/assets\/)(?! type="application\/ld\+json")/)
    const sources = [...html.matchAll(/<script [^>]*src="([^"]+)"/g)].map(([, src]) => src ?? '')
    const scripts = await Promise.all(sources.map(async (src) => (await fetch(origin + src)).text()))
    const [document, inside] = [weight(html), scripts.reduce((sum, each) => sum + weight(each), 0)]
    console.log(`${path || '/'}: document ${document} B, scripts ${inside} B brotli`)
    expect(document).toBeLessThanOrEqual(MOST_DOCUMENT)
    expect(inside).toBeLessThanOrEqual(MOST_INSIDE)
  })
