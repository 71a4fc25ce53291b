import { z } from 'zod'
import { ask } from './returns/merchant'
import { orderIn } from './slots/own-orders'
import { slotsOn } from './slots/slots-on'
import { expect, test } from './support/test'

test.use({ javaScriptEnabled: false })

const listSchema = z.object({
  entries: z.array(
    z.object({
      orders: z.array(z.string()),
      correction: z.object({ address: z.object({ line1: z.string() }) }).nullable(),
      wish: z.object({ kind: z.string() }).nullable(),
    }),
  ),
})

/** What the shop's list has of an order. */
async function listed(order: Awaited<ReturnType<typeof orderIn>>, kind: 'address' | 'wish') {
  const { entries } = listSchema.parse(await ask(order.shop, 'GET', `care?kind=${kind}&limit=100`))
  return entries.filter(({ orders }) => orders.includes(order.number))
}

test('a wrong address is corrected without JavaScript, and the shop’s list has it', async ({
  page,
  demo,
}) => {
  const order = await orderIn(demo, 'alpenglueck', 'address problem')
  expect(await listed(order, 'address')).toEqual([expect.objectContaining({ correction: null })])
  await page.goto(order.page)
  await page.locator('[data-slot=address-fix] a').click()
  const form = page.locator('[data-part=address-form]')
  // The postcode is one of another town: that is said, with what was typed kept, and nothing is forced.
  await page.locator('#line1').fill('Prüfgasse 71')
  await page.locator('#postalCode').fill('20095')
  await form.getByRole('button').last().click()
  await expect(page.locator('[data-part=doubts]')).toBeVisible()
  await expect(page.locator('#line1')).toHaveValue('Prüfgasse 71')
  await page.locator('#postalCode').fill('80331')
  await form.getByRole('button').last().click()
  await expect(page).toHaveURL(/saved/)
  await expect(page.locator('#line1')).toHaveValue('Prüfgasse 71')
  const [entry] = await listed(order, 'address')
  expect(entry?.correction?.address.line1).toBe('Prüfgasse 71')
  await page.goto(order.page)
  await expect(page.locator('[data-slot=address-fix]')).toHaveAttribute('data-tone', 'good')
  expect(await page.locator('[data-slot=address-fix] a').count()).toBe(0)
})

test('a wish is made without JavaScript, stands on the page and on the shop’s list', async ({
  page,
  demo,
}) => {
  const order = await orderIn(demo, 'maison-lumen', 'happy')
  await page.goto(order.page)
  const before = await page.locator('[data-slot=delivery-wishes]').textContent()
  await page.locator('[data-slot=delivery-wishes] a').click()
  await page.locator('[name=kind][value=neighbour]').check()
  await page.locator('#who').fill('Mme Garnier')
  await page.locator('#neighbour').fill('2e étage, à gauche')
  await page.locator('form[method=post]').getByRole('button').last().click()
  await expect(page.locator('[data-part=wished]')).toContainText('Mme Garnier')
  const entries = await listed(order, 'wish')
  expect(entries.map(({ wish }) => wish?.kind)).toEqual(['neighbour'])
  await page.goto(order.page)
  await expect(page.locator('[data-slot=delivery-wishes]')).not.toHaveText(before ?? '')
})

test('feedback is given once, without JavaScript, and thanked for', async ({ page, demo }) => {
  const order = await orderIn(demo, 'alpenglueck', 'delivered')
  await page.goto(order.page)
  const form = page.locator('[data-part=feedback-form]')
  await form.locator('label:has([value="4"])').click()
  await form.locator('textarea').fill('Alles gut verpackt.')
  await form.getByRole('button').click()
  await expect(page).toHaveURL(new RegExp(`^${order.page}#`))
  expect(await form.count()).toBe(0)
  expect(await slotsOn(page)).toContain('feedback')
  expect(await ask(order.shop, 'GET', 'feedback?limit=100')).toMatchObject({
    feedback: expect.arrayContaining([
      expect.objectContaining({ order: order.number, value: 4, comment: 'Alles gut verpackt.' }),
    ]),
  })
})

test('who objects to what is chosen for them sees none of it any more', async ({ page, demo }) => {
  const order = await orderIn(demo, 'alpenglueck', 'happy')
  await page.goto(order.page)
  expect(await slotsOn(page)).toContain('products')
  await page.locator('[data-part=preferences-link] a').click()
  await page.locator('[name=on][value="personalisation.page"]').uncheck()
  await page.locator('[data-part=preferences-form]').getByRole('button').click()
  await expect(page).toHaveURL(/saved/)
  await page.goto(order.page)
  const slots = await slotsOn(page)
  expect(slots).not.toContain('products')
  expect(slots).toContain('delivery-wishes')
})
