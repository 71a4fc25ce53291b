import { decodeCodes, readPdf } from '@/tests/support/read-label'
import { putGoods } from './returns/goods'
import { openReturn, readReturn } from './returns/merchant'
import { hosted as test } from './returns/scene'
import { visitor } from './returns/visitor'
import { expect, type Page } from './support/test'

const ITEMS = [{ line: '1', quantity: 1, reason: 'changed_mind', outcome: 'refund' }]

const bytesOf = async (page: Page, href: string | null): Promise<Uint8Array> => {
  const answer = await page.request.get(new URL(href ?? '', page.url()).href)
  expect(answer.ok()).toBe(true)
  return new Uint8Array(await answer.body())
}

for (const method of ['label', 'qr'] as const)
  test(`a scanner reads from what is handed in by ${method} the number that the page says`, async ({
    scene,
    page,
  }) => {
    const { shop } = scene
    const order = await putGoods(shop, [['jacket', 1]])
    const { number, path } = await openReturn(shop, { order: order.number, items: ITEMS, method })
    const guest = visitor(scene)
    await scene.open(path)
    await guest.done()
    await expect(page.locator('[data-part=lead]')).toContainText(number)
    const labels = page.locator('[data-part=labels]')
    const [box] = (await readReturn(shop, number)).boxes
    const parcel = box?.number ?? ''
    expect(parcel.startsWith(number.replace('-', ''))).toBe(true)

    for (const form of ['a4', 'a6']) {
      const pdf = await bytesOf(page, await labels.locator(`a[href$="/${form}.pdf"]`).getAttribute('href'))
      const pages = await readPdf(pdf)
      expect(pages).toHaveLength(1)
      expect(pages[0]?.codes).toContainEqual({ format: 'Code128', text: parcel })
      expect(pages[0]?.codes).toContainEqual({ format: 'QRCode', text: `${shop.origin}/r/${number}` })
      expect(pages[0]?.text.replace(/\s/g, '')).toContain(parcel)
    }
    if (method === 'label') return
    await expect(labels.locator('figcaption')).toContainText(parcel)
    const saved = await bytesOf(page, await labels.locator('a[download]').getAttribute('href'))
    expect((await decodeCodes(saved)).map(({ text }) => text)).toEqual([parcel])
    // As it is held under a scanner: from the screen.
    const shown = await labels.locator('figure img').screenshot()
    expect((await decodeCodes(new Uint8Array(shown))).map(({ text }) => text)).toEqual([parcel])
  })

test('the last day to hand it in is the same on the page and in the calendar', async ({ scene, page }) => {
  const { shop } = scene
  const order = await putGoods(shop, [['jacket', 1]])
  const { number, path } = await openReturn(shop, { order: order.number, items: ITEMS, method: 'label' })
  await scene.open(path)
  const href = await page.locator('[data-part=calendar] a').getAttribute('href')
  const calendar = Buffer.from(await bytesOf(page, href)).toString()
  const { labelUntil } = await readReturn(shop, number)
  expect(calendar).toContain(`DTSTART;VALUE=DATE:${labelUntil?.replaceAll('-', '')}`)
  const day = Number(labelUntil?.split('-')[2])
  await expect(page.locator('h1')).toContainText(`${day}. `)
})
