import type { CalendarDay } from './phrase'
import { addDays } from './policy/day-math'
import type { ReturnDecision } from './policy/decision'
import type { AskedItem } from './quote-input'
import type { RefundTrigger } from './vocabulary'

/** A parcel is usually handed in so soon. */
const HAND_IN_DAYS = 3

/** A person has looked at it by then. */
const REVIEW_DAYS = 2

/** From the first scan to the money, at the latest; what is checked first still keeps to the 14 days of a withdrawal. */
const AFTER_SCAN_DAYS = { first_scan: 2, receipt: 9, check: 14 } as const satisfies Record<
  RefundTrigger,
  number
>

/** Nothing travels. */
const AT_ONCE_DAYS = 2

/** The latest day of the money when everything goes its usual way: asked for today, handed in within three days. */
export function moneyBy(
  today: CalendarDay,
  items: readonly Pick<AskedItem, 'outcome'>[],
  { refundTrigger, approval }: Pick<ReturnDecision, 'refundTrigger' | 'approval'>,
): CalendarDay {
  const travels = items.some(({ outcome }) => outcome !== 'keep')
  const days = travels ? HAND_IN_DAYS + AFTER_SCAN_DAYS[refundTrigger] : AT_ONCE_DAYS
  return addDays(today, days + (approval === 'review' ? REVIEW_DAYS : 0))
}
