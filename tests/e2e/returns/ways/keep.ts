import { expect } from '../../support/test'
import { putGoods, TITLES } from '../goods'
import { readReturn } from '../merchant'
import { visitor } from '../visitor'
import type { Way } from './way'

/** What isn't worth its way back is kept: nobody is asked how it travels, and the money comes all the same. */
export const keep: Way = async (scene) => {
  const { shop, open, root } = scene
  const order = await putGoods(shop, [
    ['socks', 1],
    ['belt', 1],
  ])
  const guest = visitor(scene)
  await open(`/returns/o/${order.token}`)
  await guest.take({ [TITLES.socks]: 1 })
  await guest.at('reasons')
  await guest.because('1', 'changed_mind')
  await guest.press()
  await guest.at('outcomes')
  await guest.wants('1', 'keep')
  await guest.press()
  await guest.at('review')
  expect(await guest.sum()).toEqual({ lines: [1500], totals: [1500] })
  await guest.press()
  const { number, stage } = await guest.done()
  expect(stage).toBe('kept')
  await expect(root.locator('[data-part=labels]')).toHaveCount(0)
  expect(await readReturn(shop, number)).toMatchObject({
    items: [{ outcome: 'keep' }],
    sum: { refund: { amount: 1500 } },
    boxes: [],
  })
}
