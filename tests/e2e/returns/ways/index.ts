import { cancel } from './cancel'
import { contest } from './contest'
import { exchange } from './exchange'
import { gift } from './gift'
import { keep } from './keep'
import { mixed } from './mixed'
import { otherMethod } from './other-method'
import { otherWish } from './other-wish'
import { refund } from './refund'
import { warranty } from './warranty'
import type { Way } from './way'

/** Every whole way, as a test's title calls it. */
export const WAYS = {
  'money back for one of two items, less its share of a discount': refund,
  'a larger one that costs more': exchange,
  'two orders and two boxes: money for one thing, credit for another': mixed,
  'a present, without a price on any page': gift,
  'what may be kept': keep,
  'a defect that a person looks at first': warranty,
  'called off': cancel,
  'sent by somebody else after all': otherMethod,
  'a deduction that is contested and answered': contest,
  'another wish for what has run out': otherWish,
} as const satisfies Record<string, Way>

export type WayName = keyof typeof WAYS
