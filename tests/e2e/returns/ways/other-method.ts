import { newParcelNumber } from '../../support/send'
import { expect } from '../../support/test'
import { putGoods } from '../goods'
import { openReturn, readReturn } from '../merchant'
import { visitor } from '../visitor'
import type { Way } from './way'

/** By somebody else after all: the label is void, and the shopper's own parcel is known by its number. */
export const otherMethod: Way = async (scene) => {
  const { shop, open, root } = scene
  const order = await putGoods(shop, [['jacket', 1]])
  const items = [{ line: '1', quantity: 1, reason: 'changed_mind', outcome: 'refund' }]
  const { number, path } = await openReturn(shop, { order: order.number, items, method: 'label' })
  const parcel = newParcelNumber()
  const guest = visitor(scene)
  await open(path)
  await root.locator('[data-part=reconsider] a[href*="/method"]').click()
  await expect(guest.option('method', 'label')).toBeChecked()
  await guest.by('own_carrier')
  await guest.press()
  await guest.refused()
  await guest.errors.getByRole('link').click()
  await expect(guest.field('carrier-1')).toBeFocused()
  await guest.field('carrier-1').fill('GLS')
  await guest.field('number-1').fill(parcel)
  await guest.press()
  expect((await guest.done()).stage).toBe('own')
  expect(await readReturn(shop, number)).toMatchObject({
    method: { id: 'own_carrier' },
    boxes: [{ carrier: 'GLS', number: parcel, label: null }],
  })
}
