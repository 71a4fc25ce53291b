import { atReasons, atReview } from './returns/begin'
import { putGoods, sellLarger, TITLES } from './returns/goods'
import { ask, readReturn, returnsOf } from './returns/merchant'
import { hosted as test } from './returns/scene'
import { visitor } from './returns/visitor'
import { expect, type Page } from './support/test'

test.use({ viewport: { width: 390, height: 844 } })

/** Puts into a page's form what nobody was asked for. */
const smuggle = (page: Page, fields: Record<string, string>): Promise<void> =>
  page.locator('form[data-part=step-form]').evaluate((form, wanted) => {
    for (const [name, value] of Object.entries(wanted)) {
      const input = document.createElement('input')
      Object.assign(input, { type: 'hidden', name, value })
      form.append(input)
    }
  }, fields)

test('more pieces than are left are refused at their line, and nothing is begun', async ({ scene, page }) => {
  const order = await putGoods(scene.shop, [['jacket', 2]])
  const guest = visitor(scene)
  await scene.open(`/returns/o/${order.token}`)
  const line = guest.line(TITLES.jacket)
  await line.getByRole('checkbox').check()
  await line.locator('select').evaluate((select: HTMLSelectElement) => {
    select.add(new Option('9', '9'))
    select.value = '9'
  })
  await guest.press()
  await guest.refused()
  await expect(guest.errors).toContainText('Mehr als 2 Stück können nicht zurück.')
  await guest.errors.getByRole('link').click()
  await expect(line.getByRole('checkbox')).toBeFocused()
  await expect(line.getByRole('checkbox')).toBeChecked()
  expect(page.url()).toContain(`/returns/o/${order.token}`)
})

test('pieces that went back meanwhile are counted once more when it is sent', async ({ scene }) => {
  const { guest, order } = await atReview(scene)
  const body = {
    order: order.number,
    items: [{ line: '1', quantity: 1, reason: 'changed_mind', outcome: 'refund' }],
    method: 'label',
  }
  await ask(scene.shop, 'POST', 'returns', body)
  await guest.press()
  await guest.refused()
  expect(await returnsOf(scene.shop, order.number)).toHaveLength(1)
})

test('prices in the form count for nothing', async ({ scene, page }) => {
  const { guest } = await atReview(scene)
  const told = { price: '1', unitPrice: '9999999', paid: '9999999', refund: '9999999', amount: '9999999' }
  await smuggle(page, { ...told, 'price-1': '9999999', 'outcome-1': 'store_credit', method: 'own_carrier' })
  await guest.press()
  const { number } = await guest.done()
  expect(await readReturn(scene.shop, number)).toMatchObject({
    sum: { refund: { amount: 10_000 - scene.terms.label }, credit: { amount: 0 } },
    method: { id: 'label' },
    items: [{ outcome: 'refund', paid: { amount: 10_000 } }],
  })
})

test('a sum that nobody has shown is not confirmed', async ({ scene, page }) => {
  const { guest, order } = await atReview(scene)
  await guest.field('seen').evaluate((input: HTMLInputElement) => {
    input.value = 'AAAAAAAAAAAAAAAAAAAAAA'
  })
  const answered = page.waitForResponse((response) => response.request().method() === 'POST')
  await guest.press()
  expect((await answered).status()).toBe(409)
  await expect(page.locator('main')).toContainText('Die Summe hat sich geändert')
  expect(await returnsOf(scene.shop, order.number)).toEqual([])
  await guest.press()
  await guest.done()
  expect(await returnsOf(scene.shop, order.number)).toHaveLength(1)
})

test('an outcome, a variant and a way back that nobody offered are refused', async ({ scene, page }) => {
  const { guest, order } = await atReasons(scene)
  await guest.because('1', 'changed_mind')
  await guest.press()
  await guest.at('outcomes')
  const first = page.locator('[name="outcome-1"]').first()
  for (const outcome of ['keep', 'replacement', 'free_money']) {
    await first.evaluate((input: HTMLInputElement, value) => {
      input.value = value
    }, outcome)
    await first.check()
    await guest.press()
    await guest.refused()
  }
  await guest.wants('1', 'refund')
  await guest.press()
  await guest.at('method')
  await guest.option('method', 'label').evaluate((input: HTMLInputElement) => {
    input.value = 'helicopter'
  })
  await page.locator('[name=method][value=helicopter]').check()
  await guest.press()
  await guest.refused()
  expect(await returnsOf(scene.shop, order.number)).toEqual([])
})

test('what sells out before it is confirmed leads back to a choice, and nothing is sent', async ({
  scene,
}) => {
  const order = await putGoods(scene.shop, [['jacket', 1]])
  const larger = await sellLarger(scene.shop, order, 'jacket', { more: 0, stock: 1 })
  const guest = visitor(scene)
  await scene.open(`/returns/o/${order.token}`)
  await guest.take({ [TITLES.jacket]: 1 })
  await guest.at('reasons')
  await guest.because('1', 'size', { sub: 'too_small' })
  await guest.press()
  await guest.at('outcomes')
  await guest.wants('1', 'exchange_variant', larger)
  await guest.press()
  await guest.at('method')
  await guest.by('label')
  await guest.press()
  await guest.at('review')
  await sellLarger(scene.shop, order, 'jacket', { more: 0, stock: 0 })
  await guest.press()
  await guest.at('outcomes')
  await expect(guest.errors).toContainText(`${TITLES.jacket}: Das geht nicht mehr.`)
  expect(await returnsOf(scene.shop, order.number)).toEqual([])
  await guest.wants('1', 'refund')
  await guest.press()
  await guest.at('method')
  await guest.press()
  await guest.at('review')
})
