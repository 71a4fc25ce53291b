import type { Talk } from '@/lib/i18n/translator'
import type { CalendarDay } from '@/lib/returns/phrase'

/** In whose language, and on which day in the shop's zone. */
export type Spoken = { talk: Talk; today: CalendarDay }
