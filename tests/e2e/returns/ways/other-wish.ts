import { expect } from '../../support/test'
import { putGoods, sellLarger } from '../goods'
import { act, openReturn, readReturn } from '../merchant'
import { visitor } from '../visitor'
import type { Way } from './way'

/** What was to come instead has run out: a choice, never silence. */
export const otherWish: Way = async (scene) => {
  const { shop, open, root } = scene
  const order = await putGoods(shop, [['jacket', 1]])
  const exchangeSku = await sellLarger(shop, order, 'jacket', { more: 0, stock: 1 })
  const items = [
    {
      line: '1',
      quantity: 1,
      reason: 'size',
      subReason: 'too_small',
      outcome: 'exchange_variant',
      exchangeSku,
    },
  ]
  const { number, path } = await openReturn(shop, { order: order.number, items, method: 'label' })
  await act(shop, number, 'unavailable', { key: '1' })
  const guest = visitor(scene)
  await open(path)
  expect((await guest.done()).stage).toBe('choice')
  await root.locator('[data-part=lead] a[href*="/choice"]').click()
  await guest.press()
  await guest.refused()
  await guest.errors.getByRole('link').click()
  await expect(guest.field('outcome').first()).toBeFocused()
  await guest.option('outcome', 'refund').check()
  await guest.press()
  expect((await guest.done()).stage).toBe('print')
  expect(await readReturn(shop, number)).toMatchObject({
    items: [{ outcome: 'refund', exchange: null }],
    sum: { pay: { amount: 0 } },
  })
}
