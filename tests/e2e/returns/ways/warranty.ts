import { png } from '@/tests/support/picture'
import { expect } from '../../support/test'
import { putGoods, TITLES } from '../goods'
import { act, readReturn } from '../merchant'
import { visitor } from '../visitor'
import type { Way } from './way'

/** A defect, with words and a photo: a person looks first, then it travels free of charge to be mended. */
export const warranty: Way = async (scene) => {
  const { shop, open, root } = scene
  const order = await putGoods(shop, [['boots', 1]])
  const photo = { name: 'sohle.png', mimeType: 'image/png', buffer: await png(640, 480) }
  const guest = visitor(scene)
  await open(`/returns/o/${order.token}`)
  await guest.take({ [TITLES.boots]: 1 })
  await guest.at('reasons')
  await guest.because('1', 'defective', {
    sub: 'from_start',
    comment: 'Die Sohle löst sich.',
    photos: [photo],
  })
  await guest.press()
  await guest.at('outcomes')
  await expect(root.locator('[data-part=hint]')).toBeVisible()
  await guest.wants('1', 'repair')
  await guest.press()
  await guest.at('method')
  await guest.by('label')
  await guest.press()
  await guest.at('review')
  expect((await guest.sum()).totals).toEqual([0])
  await expect(root.locator('[data-part=person]')).toBeVisible()
  await guest.press()
  const { number, stage, path } = await guest.done()
  expect(stage).toBe('review')
  await expect(root.locator('[data-part=labels]')).toHaveCount(0)
  const asked = await readReturn(shop, number)
  expect(asked).toMatchObject({
    ground: 'warranty',
    state: 'needs_review',
    needs: ['review'],
    items: [{ outcome: 'repair', comment: 'Die Sohle löst sich.' }],
  })
  const [stored] = asked.items[0]?.photos ?? []
  const file = await fetch(stored?.url ?? '')
  expect(file.headers.get('content-type')).toBe('image/webp')
  await act(shop, number, 'approve')
  await open(path.replace(/^.*?(?=\/returns)/, ''))
  expect((await guest.done()).stage).toBe('print')
}
