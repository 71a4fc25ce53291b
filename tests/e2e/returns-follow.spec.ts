import { putGoods } from './returns/goods'
import { act, openReturn, readReturn } from './returns/merchant'
import { hosted as test } from './returns/scene'
import { alpenglueck } from './support/alpenglueck'
import { minutesAgo, parcelUpdate, postWebhook } from './support/send'
import { expect } from './support/test'
import { watch } from './support/watch'

const SOON_MS = 40_000

test('an open page follows its parcel back, and the money, by itself', async ({ scene, page, demo }) => {
  test.setTimeout(180_000)
  const { errors } = await watch(page)
  const { shop } = scene
  const { door } = alpenglueck(demo)
  const order = await putGoods(shop, [['jacket', 1]])
  const items = [{ line: '1', quantity: 1, reason: 'changed_mind', outcome: 'refund' }]
  const { number, path } = await openReturn(shop, { order: order.number, items, method: 'label' })
  const [box] = (await readReturn(shop, number)).boxes
  await scene.open(path)
  await page.locator('body').evaluate((body) => body.setAttribute('data-same', ''))
  const stage = (name: string) =>
    expect(page.locator(`[data-stage=${name}]`)).toBeVisible({ timeout: SOON_MS })
  await stage('print')

  const scans = [{ at: minutesAgo(30), status: 'in_transit.accepted', text: 'In der Filiale abgegeben' }]
  expect((await postWebhook(door, parcelUpdate(box?.number ?? '', scans))).status).toBe(200)
  await stage('moving')
  await expect(page.locator('[data-part=labels]')).toHaveCount(0)
  await expect(page.locator('[data-part=reconsider]')).toHaveCount(0)

  await act(shop, number, 'receive')
  await stage('checking')
  await act(shop, number, 'check', { items: [{ key: '1', grade: 'as_new' }] })
  await stage('checked')
  // The shop is being told of it this very moment: then it is asked to try again.
  await expect(() => act(shop, number, 'refunds', { reference: `re_${number}` })).toPass({ timeout: SOON_MS })
  await stage('refunded')
  await expect(page.locator('[data-part=money]')).toContainText(`re_${number}`)
  await expect(page.locator('body')).toHaveAttribute('data-same', '')
  expect(errors).toEqual([])
})
