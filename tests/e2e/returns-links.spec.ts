import { fileURLToPath } from 'node:url'
import { atReasons } from './returns/begin'
import { putGoods, TITLES } from './returns/goods'
import { openReturn } from './returns/merchant'
import { hosted as test } from './returns/scene'
import { expectSound } from './support/sound'
import { runProgram } from './support/start-program'
import { expect } from './support/test'

const EXPIRE = fileURLToPath(new URL('./support/expire-draft.ts', import.meta.url))
const ITEMS = [{ line: '1', quantity: 1, reason: 'changed_mind', outcome: 'refund' }]
const OTHER_SHOP = 'maison-lumen'

test('links that open nothing say so alike, of whatever kind they are, and tell nothing', async ({
  scene,
  page,
}) => {
  const { guest, order } = await atReasons(scene)
  await guest.at('reasons')
  const draft = page.url()
  const begun = await fetch(draft)
  expect(begun.status).toBe(200)
  const { shop } = scene
  const sent = await openReturn(shop, {
    order: (await putGoods(shop, [['jacket', 1]])).number,
    items: ITEMS,
    method: 'label',
  })
  const another = await openReturn(shop, {
    order: (await putGoods(shop, [['jacket', 1]])).number,
    items: ITEMS,
    method: 'label',
  })
  const home = `${shop.origin}/${shop.slug}/de`
  const elsewhere = (address: string) => address.replace(`/${shop.slug}/`, `/${OTHER_SHOP}/`)
  const follow = `${home}${sent.path}`
  const guessed = '0123456789.AAAAAAAAAAAAAAAAAAAAAA'
  const wrong = [
    `${home}/returns/o/${guessed}`,
    `${home}/returns/o/${order.token.slice(0, -1)}`,
    elsewhere(`${home}/returns/o/${order.token}`),
    draft.replace(/\/d\/[^/]+/, `/d/${guessed}`),
    draft.replace('/reasons', 'x/reasons'),
    elsewhere(draft),
    elsewhere(follow),
    follow.replace(sent.number, another.number),
    follow.replace(/returns\/[^/]+/, `returns/${guessed}`),
    ...['/cancel', '/method', '/contest?item=1'].map((part) => `${elsewhere(follow)}${part}`),
  ]
  for (const address of wrong) {
    const answer = await fetch(address)
    const html = await answer.text()
    expect([address, answer.status]).toEqual([address, 404])
    expect(html).not.toMatch(new RegExp(`${TITLES.jacket}|${order.number}|${sent.number}|Testbauer`))
  }
  expect((await fetch(`${follow}/label/2/a4.pdf`)).status).toBe(404)
  for (const file of ['/label/1/a4.pdf', '/label/1/code.png', '/last-day.ics']) {
    expect((await fetch(`${follow}${file}`)).status).toBe(200)
    expect((await fetch(`${elsewhere(follow)}${file}`)).status).toBe(404)
  }
  await page.goto(wrong[0] ?? '')
  await expectSound(page)
  await expect(page.locator('[data-part=help]')).toBeVisible()
})

test('what was begun and left for too long is gone, and says how to begin anew', async ({
  scene,
  page,
  demo,
}) => {
  const { order } = await atReasons(scene)
  const address = page.url()
  const token = /\/d\/([^/]+)/.exec(address)?.[1] ?? ''
  const settings = { port: Number(new URL(demo.origin).port), dataDirectory: demo.dataDirectory }
  await runProgram([EXPIRE, scene.shop.slug, token], settings)
  const answer = await page.reload()
  expect(answer?.status()).toBe(404)
  await expectSound(page)
  expect(await page.content()).not.toContain(TITLES.jacket)
  await page.goto(address.replace('/reasons', '/review'))
  await expect(page.locator('[data-part=message]')).toBeVisible()
  await scene.open(`/returns/o/${order.token}`)
  await expect(page.locator('[data-part=line]').first()).toBeVisible()
})

test('a link that only shows asks once for the e-mail address, and says nothing of the order before', async ({
  scene,
  page,
}) => {
  const { shop } = scene
  const order = await putGoods(shop, [['jacket', 1]])
  await scene.open('')
  await page.locator('[name=order]').fill(order.number)
  await page.locator('[name=proof]').fill('80331')
  await page.locator('[data-part=order-form] button').click()
  await expect(page.locator('[data-part=items]')).toContainText(TITLES.jacket)
  await page.goto(page.url().replace('/o/', '/returns/o/'))
  await expectSound(page)
  expect(await page.content()).not.toMatch(new RegExp(`${TITLES.jacket}|${order.number}`))
  const email = page.locator('[name=email]')
  const submit = page.locator('[data-part=prove-form] button')
  await submit.click()
  await page.locator('[data-part=errors] a').click()
  await expect(email).toBeFocused()
  await email.fill('jemand.anders@example.org')
  await submit.click()
  await expect(page.locator('[data-part=errors]')).toContainText('nicht die E-Mail-Adresse der Bestellung')
  await email.fill(order.email.toUpperCase())
  await submit.click()
  await expect(page.locator('[data-part=line]')).toContainText(TITLES.jacket)
})
