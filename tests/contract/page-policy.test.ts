import { type Browser, chromium } from '@playwright/test'
import { createElement, Fragment, type ReactElement } from 'react'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { documentResponse, renderDocument } from '@/app/_server/render-document'
import { JsonLdBlock } from '@/components/page/json-ld'
import { findBrowser } from '@/tests/support/find-browser'
import { listen } from '@/tests/support/listen'

const BROWSER_MS = 60_000

let browser: Browser

beforeAll(async () => {
  const { path, flags } = await findBrowser()
  browser = await chromium.launch({ executablePath: path, args: flags })
}, BROWSER_MS)
afterAll(() => browser.close())

/** What the browser holds against a page under the policy that every document has. */
async function complaints(body: ReactElement): Promise<{ said: string[]; data: string | null }> {
  const element = createElement(
    'html',
    { lang: 'en' },
    createElement('head'),
    createElement('body', null, body),
  )
  const response = documentResponse(await renderDocument(element, []))
  const html = await response.text()
  const server = await listen((request, answer) => {
    const isPage = request.url === '/'
    answer.writeHead(isPage ? 200 : 204, Object.fromEntries(response.headers)).end(isPage ? html : undefined)
  })
  const page = await browser.newPage()
  const said: string[] = []
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) said.push(message.text())
  })
  await page.goto(server.origin, { waitUntil: 'load' })
  const block = page.locator('script[type="application/ld+json"]')
  const data = (await block.count()) === 1 ? await block.textContent() : null
  await page.close()
  await server.close()
  return { said, data }
}

describe('the policy of a page', () => {
  it('lets a data block stand: Chromium has nothing against it, and the data can be read', {
    timeout: BROWSER_MS,
  }, async () => {
    const data = { '@context': 'https://schema.org', name: '</script><b>&' }
    const { said, data: text } = await complaints(createElement(JsonLdBlock, { data }))
    expect(said).toEqual([])
    expect(JSON.parse(text ?? '')).toEqual(data)
  })

  it('refuses an inline script beside it, and Chromium says so', { timeout: BROWSER_MS }, async () => {
    const script = createElement('script', null, 'document.title = 1')
    const { said } = await complaints(createElement(Fragment, null, script))
    expect(said).toHaveLength(1)
  })
})
