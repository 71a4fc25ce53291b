import type { LeftOut, LeftSlot } from './choose-slots'

/** Why a slot doesn't stand, for the merchant who wonders. */
const WORDS: Record<LeftOut, string> = {
  disabled: 'It is switched off.',
  unknown_slot: 'There is no such kind of slot any more.',
  wrong_placement: 'Its kind may not stand there any more.',
  not_yet: 'Its time has not come yet.',
  over: 'Its time is over.',
  not_targeted: 'This order is not meant by its targeting:',
  unhappy: 'Something is wrong with a parcel, it is late, or nobody knows where it is: nothing is sold then.',
  objects: 'It is chosen by what was bought, and the shopper objects to that.',
  invalid_settings: 'Its settings no longer fit its kind.',
  nothing_to_say: 'It has nothing to say about this order.',
  same_kind: 'Another slot of its kind stands on the page already.',
  page_full: 'So much advertising stands on the page already as it allows beside itself.',
  placement_full: 'So much advertising stands in its place already as it allows beside itself.',
}

/** A sentence; the conditions that don't hold are named as they are written in `targeting`. */
export const leftOutWords = ({ because, missed }: Pick<LeftSlot, 'because' | 'missed'>): string =>
  missed.length > 0 ? `${WORDS[because]} ${missed.join(', ')}.` : WORDS[because]
