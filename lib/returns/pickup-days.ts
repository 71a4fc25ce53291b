import { Temporal } from 'temporal-polyfill'
import type { CalendarDay } from './phrase'
import type { Method } from './policy/schema'

const LAST_WORKING_DAY = 5

/** How many days a shopper chooses from. */
const DAYS_OFFERED = 6

type Pickup = Pick<Extract<Method, { kind: 'pickup' }>, 'leadDays' | 'weekdays'>

/** The days on which a parcel can be fetched from home, the earliest first; `today` is the shop's. */
export function pickupDays({ leadDays, weekdays }: Pickup, today: CalendarDay): CalendarDay[] {
  let day = Temporal.PlainDate.from(today)
  for (let left = leadDays; left > 0; ) {
    day = day.add({ days: 1 })
    if (day.dayOfWeek <= LAST_WORKING_DAY) left -= 1
  }
  const days: CalendarDay[] = []
  if (leadDays === 0) day = day.add({ days: 1 })
  while (days.length < DAYS_OFFERED) {
    if (weekdays.includes(day.dayOfWeek)) days.push(day.toString())
    day = day.add({ days: 1 })
  }
  return days
}
