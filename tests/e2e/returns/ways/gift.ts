import { expect } from '../../support/test'
import { giftCode, putGoods, TITLES } from '../goods'
import { readReturn } from '../merchant'
import { visitor } from '../visitor'
import type { Way } from './way'

const MONEY = /€|EUR|\b\d+[.,]\d{2}\b|12345/

/** A present goes back by its code, and nobody sees what it cost, on no page. */
export const gift: Way = async (scene) => {
  const { shop, open, root } = scene
  const order = await putGoods(shop, [['present', 1]])
  const code = await giftCode(shop, order)
  const guest = visitor(scene)
  const silent = async () => {
    const said = await root.locator('body').evaluate((body) => {
      const copy = body.cloneNode(true)
      if (copy instanceof Element) for (const each of copy.querySelectorAll('script,style,svg')) each.remove()
      return copy instanceof Element ? copy.outerHTML.replace(/(?:href|src|action|class)="[^"]*"/g, '') : ''
    })
    expect(said).not.toMatch(MONEY)
    expect(said).not.toContain(order.email)
  }
  await open('/returns')
  await guest.openGift(code.toLowerCase())
  await guest.at('items')
  await silent()
  await guest.take({ [TITLES.present]: 1 })
  await guest.at('reasons')
  await silent()
  await guest.because('1', 'changed_mind')
  await guest.press()
  await guest.at('outcomes')
  await silent()
  await guest.wants('1', 'store_credit')
  await guest.press()
  await guest.at('method')
  await guest.by('label')
  await guest.press()
  await guest.at('review')
  await silent()
  await guest.field('email').fill('beschenkt@example.org')
  await guest.press()
  const { number } = await guest.done()
  await silent()
  expect(await readReturn(shop, number)).toMatchObject({
    gift: true,
    email: 'beschenkt@example.org',
    items: [{ outcome: 'store_credit' }],
    sum: { refund: { amount: 0 } },
  })
}
