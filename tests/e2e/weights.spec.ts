import { brotliCompressSync } from 'node:zlib'
import { demoShowcase } from '@/db/seed/demo/plan'
import { expect, test } from './support/test'

const KILOBYTE = 1000
const MOST_DOCUMENT = 14 * KILOBYTE
const MOST_SCRIPT = 5 * KILOBYTE

const read = async (url: string): Promise<string> => (await fetch(url)).text()
const weight = (text: string): number => brotliCompressSync(text).byteLength
const linked = (html: string, pattern: RegExp): string[] =>
  [...html.matchAll(pattern)].flatMap(([, href]) => href ?? [])

for (const { number } of demoShowcase(new Date()))
  test(`the words and the looks of ${number} fit one round trip`, async ({ demo }) => {
    const html = await read(demo.pages[number] ?? '')
    const sheets = linked(html, /<link rel="stylesheet" href="([^"]+)"/g)
    expect(html).toContain('<style>')
    const texts = await Promise.all(sheets.map((href) => read(new URL(href, demo.origin).href)))
    expect([html, ...texts].reduce((sum, text) => sum + weight(text), 0)).toBeLessThanOrEqual(MOST_DOCUMENT)
  })

test('all the JavaScript of an order page weighs at most five kilobytes', async ({ demo }) => {
  const html = await read(demo.pages['AG-1002'] ?? '')
  const sources = linked(html, /<script [^>]*src="([^"]+)"/g)
  expect(sources.length).toBeGreaterThan(0)
  const scripts = await Promise.all(sources.map((src) => read(new URL(src, demo.origin).href)))
  for (const script of scripts) expect(script).not.toMatch(/\bimport\s*[("']/)
  expect(scripts.reduce((sum, script) => sum + weight(script), 0)).toBeLessThanOrEqual(MOST_SCRIPT)
})

for (const { what, path } of [
  { what: 'a page', path: '/alpenglueck/de/p/00340434161094000001' },
  { what: 'its JSON', path: '/api/v1/p/alpenglueck/00340434161094000001' },
])
  test(`${what} is compressed on its way, and the same for who takes it plain`, async ({ demo }) => {
    const ask = (encoding: string) =>
      fetch(`${demo.origin}${path}`, { headers: { 'accept-encoding': encoding } })
    const [packed, plain] = [await ask('gzip'), await ask('identity')]
    expect(packed.headers.get('content-encoding')).toBe('gzip')
    expect(plain.headers.get('content-encoding')).toBeNull()
    for (const { headers } of [packed, plain])
      expect(headers.get('vary')?.toLowerCase()).toContain('accept-encoding')
    expect(await packed.text()).toBe(await plain.text())
  })

test('an island keeps for ever, since its address is its content', async ({ demo }) => {
  const html = await read(demo.pages['AG-1001'] ?? '')
  const [src = ''] = linked(html, /<script [^>]*src="([^"]+)"/g)
  expect(src).toMatch(/^\/assets\/live\.[0-9a-f]{10}\.js$/)
  const answer = await fetch(new URL(src, demo.origin))
  expect(answer.headers.get('cache-control')).toContain('immutable')
})

test('an asset that this build has not is missing for now, not for ever', async ({ demo }) => {
  const answer = await fetch(`${demo.origin}/assets/live.0000000000.js`)
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([404, 'private, no-store'])
})
