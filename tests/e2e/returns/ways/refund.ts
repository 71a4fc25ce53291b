import { expect } from '../../support/test'
import { putGoods, TITLES } from '../goods'
import { readReturn } from '../merchant'
import { visitor } from '../visitor'
import type { Way } from './way'

/** Money back for one of two items: its share of the discount is taken off, and the label, where it costs something. */
export const refund: Way = async (scene) => {
  const { shop, terms, open } = scene
  const goods = [
    ['jacket', 1],
    ['belt', 1],
  ] as const
  const order = await putGoods(shop, goods, { discounts: [{ code: 'HERBST', amount: 1500 }] })
  const guest = visitor(scene)
  await open('/returns')
  await guest.find(order.number, order.email)
  await guest.take({ [TITLES.jacket]: 1 })
  await guest.at('reasons')
  await guest.because('1', 'size', { sub: 'too_small' })
  await guest.press()
  await guest.at('outcomes')
  await guest.wants('1', 'refund')
  await guest.press()
  await guest.at('method')
  await guest.by('label')
  await guest.press()
  await guest.at('review')
  const label = terms.label > 0 ? [-terms.label] : []
  expect(await guest.sum()).toEqual({ lines: [10_000, -1000, ...label], totals: [9000 - terms.label] })
  await guest.press()
  const { number, stage } = await guest.done()
  expect(stage).toBe('print')
  expect(await readReturn(shop, number)).toMatchObject({
    state: 'label_issued',
    sum: { refund: { amount: 9000 - terms.label }, credit: { amount: 0 }, pay: { amount: 0 } },
    items: [{ line: '1', quantity: 1, reason: 'size', subReason: 'too_small', outcome: 'refund' }],
    boxes: [{ labelState: 'issued' }],
  })
}
