import { expect } from '../../support/test'
import { putGoods, TITLES } from '../goods'
import { openReturn, readReturn } from '../merchant'
import { visitor } from '../visitor'
import type { Way } from './way'

/** Called off before anybody scanned it: the label is void, and the item may go back another time. */
export const cancel: Way = async (scene) => {
  const { shop, open, root } = scene
  const order = await putGoods(shop, [['jacket', 1]])
  const { number, path } = await openReturn(shop, {
    order: order.number,
    items: [{ line: '1', quantity: 1, reason: 'changed_mind', outcome: 'refund' }],
    method: 'label',
  })
  const guest = visitor(scene)
  await open(path)
  expect((await guest.done()).stage).toBe('print')
  await root.locator('[data-part=reconsider] a[href*="/cancel"]').click()
  await expect(root.locator('form[action*="/cancel"]')).toBeVisible()
  await guest.press()
  await expect(root.locator('[data-stage=cancelled]')).toBeVisible()
  await expect(root.locator('[data-part=labels]')).toHaveCount(0)
  expect(await readReturn(shop, number)).toMatchObject({
    state: 'cancelled',
    boxes: [{ labelState: 'voided', label: null }],
  })
  await open(`/returns/o/${order.token}`)
  await expect(guest.line(TITLES.jacket).getByRole('checkbox')).toBeVisible()
}
