import type { Picture } from '@/components/ui/photo'
import { sayAmount } from '@/lib/i18n/say-amount'
import type { Talk } from '@/lib/i18n/translator'
import type { CalendarDay } from '@/lib/returns/phrase'

type Media = { id: string; width: number; height: number }

/** What the steps of a return are told with. */
export type Voice = {
  talk: Talk
  /** In the shop's zone. */
  today: CalendarDay
  currency: string
  /** False for a present: nobody is to see what it cost. */
  prices: boolean
  /** Our copy of a picture, where this page finds it. */
  picture: (media: Media | null) => Picture | null
}

/** An amount in words; null where prices are not to be seen. */
export const priceWords = (amount: number, { prices, currency, talk }: Voice): string | null =>
  prices ? sayAmount(amount, currency, talk) : null
