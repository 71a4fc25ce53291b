import { expect } from '../../support/test'
import { putGoods, TITLES } from '../goods'
import { readReturn } from '../merchant'
import { visitor } from '../visitor'
import type { Way } from './way'

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0)

/** Two orders and two boxes in one return: money for one thing, credit for another. */
export const mixed: Way = async (scene) => {
  const { shop, terms, open, root } = scene
  const first = await putGoods(shop, [
    ['jacket', 2],
    ['belt', 1],
  ])
  const second = await putGoods(shop, [['lamp', 1]], { email: first.email, shipping: { price: 0 } })
  const guest = visitor(scene)
  await open(`/returns/o/${first.token}`)
  await guest.take({ [TITLES.jacket]: 1 })
  await guest.at('reasons')
  await guest.form.locator('a[href*="/items"]').click()
  await guest.at('items')
  await root.locator('a[href*="/order"]').click()
  await guest.at('order')
  await guest.field('order').fill(second.number)
  await guest.field('email').fill(second.email)
  await guest.press()
  await guest.at('items')
  await guest.take({ [TITLES.lamp]: 1 })
  await guest.at('reasons')
  await guest.because('1', 'changed_mind')
  await guest.because('2', 'not_as_expected', { sub: 'colour' })
  await guest.press()
  await guest.at('outcomes')
  await guest.wants('1', 'refund')
  await guest.wants('2', 'store_credit')
  await guest.press()
  await guest.at('method')
  await guest.by('label')
  await guest.pack({ '1': 1, '2': 2 })
  await guest.press()
  await guest.at('review')
  const { lines, totals } = await guest.sum()
  const credit = 6000 + 60 * terms.bonusPercent
  await guest.press()
  const { number, stage } = await guest.done()
  expect(stage).toBe('print')
  await expect(root.locator('[data-part=labels] > li')).toHaveCount(2)
  const sent = await readReturn(shop, number)
  expect(sent.orders.map((order) => order.number)).toEqual([first.number, second.number])
  expect(sent.items.map(({ order, outcome, box }) => [order, outcome, box])).toEqual([
    [first.number, 'refund', 1],
    [second.number, 'store_credit', 2],
  ])
  expect(sent.sum.credit.amount).toBe(credit)
  expect(totals).toEqual([sent.sum.refund.amount, credit])
  expect(sumOf(lines)).toBe(sumOf(totals))
  expect(sent.boxes.map(({ labelState }) => labelState)).toEqual(['issued', 'issued'])
}
