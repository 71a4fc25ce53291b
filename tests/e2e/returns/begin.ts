import { type Good, type OwnOrder, putGoods, TITLES } from './goods'
import type { Scene } from './scene'
import { type Visitor, visitor } from './visitor'

export type Begun = { order: OwnOrder; guest: Visitor }

/** Somebody who has chosen one kind of good to send back, at its reasons. */
export async function atReasons(
  scene: Scene,
  good: Good = 'jacket',
  { bought = 1, back = 1 }: { bought?: number; back?: number } = {},
): Promise<Begun> {
  const order = await putGoods(scene.shop, [
    [good, bought],
    ['belt', 1],
  ])
  const guest = visitor(scene)
  await scene.open(`/returns/o/${order.token}`)
  await guest.take({ [TITLES[good]]: back })
  await guest.at('reasons')
  return { order, guest }
}

/** Somebody who is asked whether all of it is right: one jacket, its money back, by label. */
export async function atReview(scene: Scene): Promise<Begun> {
  const begun = await atReasons(scene)
  const { guest } = begun
  await guest.because('1', 'changed_mind')
  await guest.press()
  await guest.at('outcomes')
  await guest.wants('1', 'refund')
  await guest.press()
  await guest.at('method')
  await guest.by('label')
  await guest.press()
  await guest.at('review')
  return begun
}
