import { expect } from '../support/test'
import { giftCode, putGoods, sellLarger, TITLES } from './goods'
import { act, openReturn } from './merchant'
import type { Scene } from './scene'
import { visitor } from './visitor'

/** Brings a return to where it stands; answers with the path of a page about it. */
type Make = (scene: Scene) => Promise<string>

const ITEM = { line: '1', quantity: 1, reason: 'changed_mind', outcome: 'refund' }

async function sent({ shop }: Scene, item: object = {}, more: object = { method: 'label' }) {
  const order = await putGoods(shop, [['jacket', 1]])
  return openReturn(shop, { order: order.number, items: [{ ...ITEM, ...item }], ...more })
}

async function checked(scene: Scene, check: object = {}, item: object = {}) {
  const made = await sent(scene, item)
  await act(scene.shop, made.number, 'receive')
  await act(scene.shop, made.number, 'check', { items: [{ key: '1', grade: 'as_new', ...check }] })
  return made
}

const deducted = (scene: Scene) =>
  checked(scene, { grade: 'worn', deduction: { amount: 2500, reason: 'Ein Ärmel ist eingerissen.' } })

async function soldOut(scene: Scene) {
  const { shop } = scene
  const order = await putGoods(shop, [['jacket', 1]])
  const exchangeSku = await sellLarger(shop, order, 'jacket', { more: 0, stock: 1 })
  const items = [{ ...ITEM, outcome: 'exchange_variant', exchangeSku }]
  const made = await openReturn(shop, { order: order.number, items, method: 'label' })
  await act(shop, made.number, 'unavailable', { key: '1' })
  return made
}

/** A present whose credit has been given. */
async function presented(scene: Scene): Promise<string> {
  const { shop, open } = scene
  const code = await giftCode(shop, await putGoods(shop, [['present', 1]]))
  const guest = visitor(scene)
  await open('/returns')
  await guest.openGift(code)
  await guest.take({ [TITLES.present]: 1 })
  await guest.at('reasons')
  await guest.because('1', 'changed_mind')
  await guest.press()
  await guest.at('outcomes')
  await guest.wants('1', 'store_credit')
  await guest.press()
  await guest.at('method')
  await guest.by('label')
  await guest.press()
  await guest.at('review')
  await guest.field('email').fill('beschenkt@example.org')
  await guest.press()
  const { number, path } = await guest.done()
  await act(shop, number, 'receive')
  await act(shop, number, 'check', { items: [{ key: '1', grade: 'as_new' }] })
  await act(shop, number, 'refunds', { kind: 'credit', code: 'ALPEN-7QX2-KIRSCH' })
  return path.slice(path.indexOf('/returns/'))
}

const part = (path: string, name: string, key?: string) =>
  `${path}/${name}${key === undefined ? '' : `?item=${key}`}`

/** What the demo doesn't show of a sent return, and the questions that hang below it. */
export const STATES: Readonly<Record<string, Make>> = {
  'to be brought to a store': async (scene) =>
    (await sent(scene, {}, { method: 'store', store: 'muenchen' })).path,
  'to be sent by anybody': async (scene) =>
    (await sent(scene, {}, { method: 'own_carrier', own: [{ carrier: 'GLS' }] })).path,
  'a code to show': async (scene) => (await sent(scene, {}, { method: 'qr' })).path,
  'the question whether to call it off': async (scene) => part((await sent(scene)).path, 'cancel'),
  'the question how else it travels': async (scene) => part((await sent(scene)).path, 'method'),
  'called off': async (scene) => {
    const { number, path } = await sent(scene)
    await act(scene.shop, number, 'cancel', {})
    return path
  },
  'too late to call it off': async (scene) => part((await checked(scene)).path, 'cancel'),
  'rejected, with a reason': async (scene) => {
    const { number, path } = await sent(scene)
    await act(scene.shop, number, 'reject', { reason: 'Diese Jacke ist nicht von uns.' })
    return path
  },
  'the objection to a deduction': async (scene) => part((await deducted(scene)).path, 'contest', '1'),
  'an exchange that has run out': async (scene) => (await soldOut(scene)).path,
  'the choice of something else': async (scene) => part((await soldOut(scene)).path, 'choice', '1'),
  'a credit, given for a present': async (scene) => {
    const path = await presented(scene)
    await scene.open(path)
    await expect(scene.root.locator('[data-part=money]')).toContainText('ALPEN-7QX2-KIRSCH')
    return path
  },
}
