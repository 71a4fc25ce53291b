import { sayAmount } from '@/lib/i18n/say-amount'
import type { Talk } from '@/lib/i18n/translator'
import type { MoneyJson } from './return-types'

/** Minor units with their words. */
export const moneyJson = (amount: number, currency: string, talk: Talk): MoneyJson => ({
  amount,
  text: sayAmount(amount, currency, talk),
})
