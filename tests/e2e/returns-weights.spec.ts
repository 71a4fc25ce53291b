import { brotliCompressSync } from 'node:zlib'
import { alpenglueckProducts } from '@/db/seed/demo/products/alpenglueck'
import { hosted as test } from './returns/scene'
import { throughSteps } from './returns/steps'
import { expect } from './support/test'

const MOST_DOCUMENT = 14_600
const MOST_SCRIPTS = 12_000

const { jacket, mug, beanie } = alpenglueckProducts
const TITLES = [jacket.title.de, beanie.title.de, mug.title.de]

const read = async (url: string): Promise<string> => (await fetch(url)).text()
const weight = (text: string): number => brotliCompressSync(text).byteLength
const linked = (html: string, pattern: RegExp): string[] =>
  [...html.matchAll(pattern)].flatMap(([, href]) => href ?? [])

/** A page with its sheets, and its scripts, by their addresses. */
async function weigh(address: string): Promise<{ document: number; scripts: Map<string, number> }> {
  const html = await read(address)
  const sheets = linked(html, /<link rel="stylesheet" href="([^"]+)"/g)
  const sources = linked(html, /<script [^>]*src="([^"]+)"/g)
  const texts = await Promise.all(sheets.map((href) => read(new URL(href, address).href)))
  const scripts = await Promise.all(
    sources.map(async (src) => [src, weight(await read(new URL(src, address).href))] as const),
  )
  return {
    document: [html, ...texts].reduce((sum, text) => sum + weight(text), 0),
    scripts: new Map(scripts),
  }
}

test.use({ javaScriptEnabled: false })

test('every page of the portal fits one round trip, and up to the sum none has a script', async ({
  scene,
  page,
  demo,
}) => {
  const token = demo.pages['AG-1010']?.split('/o/')[1] ?? ''
  await throughSteps(scene, token, TITLES, async (at) => {
    const { document, scripts } = await weigh(page.url())
    console.log(`${at}: ${document} B brotli`)
    expect([at, document <= MOST_DOCUMENT ? 'light' : document]).toEqual([at, 'light'])
    expect([at, scripts.size]).toEqual([at, 0])
  })
})

test('a sent return’s page fits one round trip at every stage', async ({ demo }) => {
  for (const [headline, address] of Object.entries(demo.returns)) {
    const { document, scripts } = await weigh(address)
    console.log(`${headline}: ${document} B brotli`)
    expect([headline, document <= MOST_DOCUMENT ? 'light' : document]).toEqual([headline, 'light'])
    const islands = [...scripts.values()].reduce((sum, bytes) => sum + bytes, 0)
    expect(scripts.size).toBe(1)
    expect(islands).toBeLessThanOrEqual(MOST_SCRIPTS)
  }
  expect(Object.keys(demo.returns)).not.toEqual([])
})

test('in a frame all scripts of the portal together weigh at most twelve kilobytes', async ({ demo }) => {
  const [sent = ''] = Object.values(demo.returns)
  const framed = (address: string) => address.replace('/alpenglueck/', '/e/alpenglueck/')
  const all = new Map<string, number>()
  for (const address of [sent, `${demo.origin}/alpenglueck/de/returns`])
    for (const [src, bytes] of (await weigh(framed(address))).scripts) all.set(src, bytes)
  expect(all.size).toBe(2)
  expect([...all.values()].reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(MOST_SCRIPTS)
})
