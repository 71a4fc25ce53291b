import { returnOptionsSchema } from '@/lib/api/schemas/return-options-schema'
import { expect } from '../../support/test'
import { putGoods, sellLarger, TITLES } from '../goods'
import { readReturn } from '../merchant'
import type { Scene } from '../scene'
import { visitor } from '../visitor'
import type { Way } from './way'

/** What of an order can go back, as its shopper's link says. */
async function optionsOf({ shop }: Scene, token: string) {
  const answer = await fetch(`${shop.origin}/api/v1/o/${token}/returns`)
  return returnOptionsSchema.parse(await answer.json())
}

/** A larger one that costs more: the difference is shown before, and the piece is set aside from then on. */
export const exchange: Way = async (scene) => {
  const { shop, open } = scene
  const order = await putGoods(shop, [['jacket', 1]])
  const larger = await sellLarger(shop, order, 'jacket', { more: 2000, stock: 2 })
  const left = async () => {
    const { lines } = await optionsOf(scene, order.token)
    return lines[0]?.variants.find(({ sku }) => sku === larger)?.left
  }
  expect(await left()).toBe(2)
  const guest = visitor(scene)
  await open(`/returns/o/${order.token}`)
  await guest.take({ [TITLES.jacket]: 1 })
  await guest.at('reasons')
  await guest.because('1', 'size', { sub: 'too_small' })
  await guest.press()
  await guest.at('outcomes')
  await guest.wants('1', 'exchange_variant', larger)
  await guest.press()
  await guest.at('method')
  await guest.by('qr')
  await guest.press()
  await guest.at('review')
  expect(await guest.sum()).toEqual({ lines: [10_000, -12_000], totals: [2000] })
  await guest.press()
  const { number, stage } = await guest.done()
  expect(stage).toBe('show')
  expect(await readReturn(shop, number)).toMatchObject({
    sum: { refund: { amount: 0 }, pay: { amount: 2000 } },
    items: [{ outcome: 'exchange_variant', exchange: { sku: larger } }],
  })
  expect(await left()).toBe(1)
}
