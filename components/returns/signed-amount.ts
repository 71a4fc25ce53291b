import { sayAmount } from '@/lib/i18n/say-amount'
import type { Talk } from '@/lib/i18n/translator'

const SIGNS = { '-1': '−', '0': '', '1': '' } as const

/** A line of a sum: what is taken off has a true minus sign before it; `amount` in minor units. */
export function signedAmount(amount: number, currency: string, talk: Pick<Talk, 'locale'>): string {
  const sign = amount < 0 ? '-1' : amount > 0 ? '1' : '0'
  return `${SIGNS[sign]}${sayAmount(Math.abs(amount), currency, talk)}`
}
