import { brotliCompressSync } from 'node:zlib'
import type { Browser } from '@playwright/test'
import { httpBytes } from './http-bytes'

type Size = { raw: number; brotli: number }

export type Sizes = {
  html: Size
  /** Inside the HTML, and counted in it. */
  css: Size
  islands: Size
  /** The document as it is really sent to a browser. */
  sent: { encoding: string; bytes: number }
  /** By kind; null without a browser. */
  requests: Record<string, number> | null
}

const sizeOf = (bytes: Uint8Array): Size => ({
  raw: bytes.byteLength,
  brotli: brotliCompressSync(bytes).byteLength,
})

const matches = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map((match) => match[1] ?? '')

/** Everything that a browser asks for until the page is complete: item pictures apart. */
async function requestsOf(browser: Browser, url: string): Promise<Record<string, number>> {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } })
  const counts: Record<string, number> = {}
  page.on('request', (request) => {
    const kind = new URL(request.url()).pathname.startsWith('/media/')
      ? 'item pictures'
      : request.resourceType()
    counts[kind] = (counts[kind] ?? 0) + 1
  })
  await page.goto(url, { waitUntil: 'load' })
  await page.close()
  return counts
}

/** What one order page weighs. */
export async function measureSizes(origin: string, path: string, browser: Browser | null): Promise<Sizes> {
  const html = await (await fetch(`${origin}${path}`)).text()
  const islands = await Promise.all(
    matches(html, /<script[^>]* src="([^"]+)"/g).map(async (src) =>
      Buffer.from(await (await fetch(`${origin}${src}`)).arrayBuffer()),
    ),
  )
  return {
    html: sizeOf(Buffer.from(html)),
    css: sizeOf(Buffer.from(matches(html, /<style[^>]*>([\s\S]*?)<\/style>/g).join(''))),
    islands: sizeOf(Buffer.concat(islands)),
    sent: await httpBytes(`${origin}${path}`),
    requests: browser && (await requestsOf(browser, `${origin}${path}`)),
  }
}
