import { alpenglueck } from './support/alpenglueck'
import { violations } from './support/measure'
import { EMAIL, minutesAgo, newOrderNumber, newParcelNumber, orderBody, putOrder } from './support/send'
import { expect, type Page, test } from './support/test'

const ORDER = 'Bestellnummer'
const PROOF = 'E-Mail-Adresse oder Postleitzahl'
const NO_MATCH = /finden wir keine Bestellung/

async function lookUp(page: Page, origin: string, order: string, proof: string) {
  await page.goto(`${origin}/alpenglueck/de`)
  await page.getByLabel(ORDER).fill(order)
  await page.getByLabel(PROOF).fill(proof)
  const answered = page.waitForResponse((response) => response.request().method() === 'POST')
  await page.getByRole('button', { name: 'Bestellung zeigen' }).click()
  return answered
}

const post = (origin: string, fields: Record<string, string>): Promise<Response> =>
  fetch(`${origin}/alpenglueck/de`, { method: 'POST', redirect: 'manual', body: new URLSearchParams(fields) })

for (const { how, order, proof } of [
  { how: 'number and e-mail', order: 'AG-1005', proof: 'paul@example.org' },
  { how: 'number and postcode', order: 'AG-1005', proof: '04109' },
  { how: 'both as people write them', order: ' ag-1005 ', proof: ' Paul@Example.org ' },
])
  test(`an order opens with ${how}`, async ({ page, demo }) => {
    await lookUp(page, demo.origin, order, proof)
    await expect(page).toHaveURL(/\/alpenglueck\/de\/o\/[a-z0-9]+\.[\w-]{22}$/)
    await expect(page.locator('h1')).toHaveText(/^Abholen bis/)
  })

test('the postcode on a parcel gives another link than the e-mail address: it may only look', async ({
  demo,
}) => {
  const byMail = await post(demo.origin, { order: 'AG-1005', proof: 'paul@example.org' })
  const byCode = await post(demo.origin, { order: 'AG-1005', proof: '04109' })
  expect([byMail.status, byCode.status]).toEqual([303, 303])
  expect(byMail.headers.get('location')).toMatch(/^\/alpenglueck\/de\/o\//)
  expect(byMail.headers.get('location')).not.toBe(byCode.headers.get('location'))
})

test('a wrong proof and an unknown order are told alike, to the byte', async ({ demo }) => {
  const shop = alpenglueck(demo)
  const known = newOrderNumber()
  await putOrder(shop, known, orderBody())
  const unknown = newOrderNumber()
  const wrong = await post(demo.origin, { order: known, proof: 'nobody@example.org' })
  const none = await post(demo.origin, { order: unknown, proof: 'nobody@example.org' })
  expect([wrong.status, none.status]).toEqual([422, 422])
  const named = (headers: Headers) => [...headers].filter(([name]) => name !== 'date')
  expect(named(wrong.headers)).toEqual(named(none.headers))
  expect((await wrong.text()).replaceAll(known, 'X')).toBe((await none.text()).replaceAll(unknown, 'X'))
})

test('what went wrong is said on top, leads to its field, and keeps what was typed', async ({
  page,
  demo,
}) => {
  const answer = await lookUp(page, demo.origin, newOrderNumber(), 'nobody@example.org')
  expect(answer.status()).toBe(422)
  const summary = page.getByRole('alert')
  await expect(summary).toContainText(NO_MATCH)
  expect(await violations(page)).toEqual([])
  await summary.getByRole('link').click()
  await expect(page.getByLabel(ORDER)).toBeFocused()
  // Which of the two is wrong is nobody's to know.
  await expect(page.getByLabel(ORDER)).not.toHaveAttribute('aria-invalid')
  await expect(page.getByLabel(PROOF)).not.toHaveAttribute('aria-invalid')
  await expect(page.getByLabel(PROOF)).toHaveValue('nobody@example.org')
})

test('empty fields are named each', async ({ page, demo }) => {
  await page.goto(`${demo.origin}/alpenglueck/de`)
  await page.getByRole('button', { name: 'Bestellung zeigen' }).click()
  const links = page.getByRole('alert').getByRole('link')
  await expect(links).toHaveText([
    'Gib deine Bestellnummer ein.',
    'Gib deine E-Mail-Adresse oder die Postleitzahl ein.',
  ])
  await links.nth(1).click()
  await expect(page.getByLabel(PROOF)).toBeFocused()
  await expect(page.getByLabel(PROOF)).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByLabel(PROOF)).toHaveAccessibleDescription(/Gib deine E-Mail-Adresse/)
})

test('the keyboard is enough', async ({ page, demo }) => {
  await page.goto(`${demo.origin}/alpenglueck/de`)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Zum Inhalt springen' })).toBeFocused()
  await expect(page.getByRole('link', { name: 'Zum Inhalt springen' })).toBeInViewport()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(page.getByLabel(ORDER)).toBeFocused()
  await page.keyboard.type('AG-1005')
  await page.keyboard.press('Tab')
  await page.keyboard.type('04109')
  await page.keyboard.press('Enter')
  await expect(page.locator('h1')).toHaveText(/^Abholen bis/)
})

test('a parcel’s number alone shows its way, and never the order, the items or the address', async ({
  page,
  demo,
}) => {
  await page.goto(`${demo.origin}/alpenglueck/de`)
  await page.getByLabel('Sendungsnummer').fill('0034 0434 1610 9400 0032')
  await page.getByRole('button', { name: 'Paket zeigen' }).click()
  await expect(page).toHaveURL(`${demo.origin}/alpenglueck/de/p/00340434161094000032`)
  await expect(page.locator('h1')).toHaveText(/^Abholen bis/)
  const html = await page.content()
  expect(html).not.toMatch(/AG-1005|Bergstiefel|Paul|Winkler|Postnummer|data-part="(?:items|address)"/)
  const json = await (await fetch(`${demo.origin}/api/v1/p/alpenglueck/00340434161094000032`)).text()
  expect(json).not.toMatch(/AG-1005|Bergstiefel|Paul|Winkler|Postnummer/)
})

test('who signed is nobody’s business who has a number alone', async ({ page, demo }) => {
  await page.goto(`${demo.origin}/alpenglueck/de/p/00340434161094000018`)
  await expect(page.locator('h1')).toHaveText(/^Mit Unterschrift zugestellt/)
  expect(await page.content()).not.toContain('Obermaier')
})

test('an unknown parcel number is told at its field', async ({ page, demo }) => {
  await page.goto(`${demo.origin}/alpenglueck/de`)
  await page.getByLabel('Sendungsnummer').fill('4711')
  await page.getByRole('button', { name: 'Paket zeigen' }).click()
  await expect(page.getByRole('alert')).toContainText('kennen wir nicht')
  await page.getByRole('alert').getByRole('link').click()
  await expect(page.getByLabel('Sendungsnummer')).toBeFocused()
})

test('after five wrong proofs of one order the next is asked to wait, even with the right one', async ({
  page,
  demo,
}) => {
  const shop = alpenglueck(demo)
  const number = newOrderNumber()
  await putOrder(shop, number, orderBody())
  const wrong = async (attempt: number) =>
    (await post(demo.origin, { order: number, proof: `nobody${attempt}@example.org` })).status
  let refused = 0
  // The count begins anew every quarter of an hour, perhaps in the middle of this.
  while ((await wrong(refused)) === 422 && refused < 10) refused += 1
  expect(refused).toBeGreaterThanOrEqual(5)
  expect(refused).toBeLessThan(10)
  const answer = await lookUp(page, demo.origin, number, EMAIL)
  expect(answer.status()).toBe(429)
  const seconds = Number(answer.headers()['retry-after'])
  expect(seconds).toBeGreaterThan(0)
  expect(seconds).toBeLessThanOrEqual(15 * 60)
  await expect(page.locator('h1')).toHaveText('Kurze Pause')
  await expect(page.locator('main')).toContainText(/in \d+ Minuten?/)
  expect(await violations(page)).toEqual([])
  expect((await post(demo.origin, { order: 'AG-1005', proof: '04109' })).status).toBe(303)
})

test('what is no form is refused as a document', async ({ demo }) => {
  const answer = await fetch(`${demo.origin}/alpenglueck/de`, {
    method: 'POST',
    body: '{"order":"AG-1005"}',
    headers: { 'content-type': 'application/json' },
  })
  expect(answer.status).toBe(400)
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
})

test('a number that was typed is text, never markup', async ({ page, demo }) => {
  const typed = '"><img src=x onerror=alert(1)>'
  await lookUp(page, demo.origin, typed, 'nobody@example.org')
  await expect(page.getByLabel(ORDER)).toHaveValue(typed)
  await expect(page.locator('img[src=x]')).toHaveCount(0)
})

test('an order without a parcel says that it is being made ready, and what was bought', async ({
  page,
  demo,
}) => {
  const shop = alpenglueck(demo)
  const number = newOrderNumber()
  const links = await putOrder(shop, number, orderBody({ placedAt: minutesAgo(30) }))
  await page.goto(links.order)
  await expect(page.locator('h1')).toHaveText('In Vorbereitung')
  await expect(page.locator('[data-part=items]')).toContainText('Prüfmütze')
  await putOrder(shop, number, orderBody({ parcels: [{ carrier: 'dhl', number: newParcelNumber() }] }))
  await page.reload()
  await expect(page.locator('h1')).toHaveText('Noch keine Neuigkeiten')
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('an order is found all the same', async ({ page, demo }) => {
    await lookUp(page, demo.origin, 'AG-1005', 'paul@example.org')
    await expect(page.locator('h1')).toHaveText(/^Abholen bis/)
  })
})
