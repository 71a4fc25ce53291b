import { png } from '@/tests/support/picture'
import { expect } from '../../support/test'
import { putGoods } from '../goods'
import { act, openReturn, readReturn } from '../merchant'
import { visitor } from '../visitor'
import type { Way } from './way'

const FOUND = 'Ein Ärmel ist eingerissen.'
const OBJECTION = 'Er war schon so,\nals sie ankam.'
const ANSWER = 'Das stimmt, der Abzug ist gestrichen.'

/** What the check takes off is shown with its reason and a photo, can be contested, and a person answers. */
export const contest: Way = async (scene) => {
  const { shop, open, root } = scene
  const order = await putGoods(shop, [['jacket', 1]])
  const items = [{ line: '1', quantity: 1, reason: 'changed_mind', outcome: 'refund' }]
  const { number, path } = await openReturn(shop, { order: order.number, items, method: 'label' })
  await act(shop, number, 'receive')
  const photo = (await png(400, 300)).toString('base64')
  const deduction = { amount: 2500, reason: FOUND }
  await act(shop, number, 'check', { items: [{ key: '1', grade: 'damaged', deduction, photo }] })
  const guest = visitor(scene)
  await open(path)
  const checked = root.locator('[data-part=items] li').first()
  await expect(checked).toContainText(FOUND)
  await expect(checked.locator('img[src*="/files/"]')).toBeVisible()
  await checked.locator('a[href*="/contest"]').click()
  await expect(guest.field('text')).toBeVisible()
  // The browser itself says what is required; without that the server does.
  await guest.press()
  await guest.refused()
  await guest.errors.getByRole('link').click()
  await expect(guest.field('text')).toBeFocused()
  await guest.field('text').fill(OBJECTION)
  await guest.press()
  await expect(checked).toContainText(OBJECTION.split('\n')[1] ?? '')
  const asked = await readReturn(shop, number)
  expect(asked.needs).toContain('answer')
  expect(asked.items[0]?.check?.contest?.text).toBe(OBJECTION)
  await act(shop, number, 'contests', { key: '1', answer: ANSWER, deduction: 0 })
  await open(path)
  await expect(checked).toContainText(ANSWER)
  expect((await readReturn(shop, number)).items[0]?.check?.deduction?.amount).toBe(0)
}
