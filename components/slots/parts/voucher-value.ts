import { LOCALE_TABLE, type Locale } from '@/lib/i18n/locales'
import { sayAmount } from '@/lib/i18n/say-amount'
import type { SlotVoucher } from '@/lib/slots/slot-data'

/** Hundredths of a percent in one. */
const PARTS_OF_ONE = 10_000

/** What a voucher is worth, in words: "10 %", "€5.00". */
export function voucherValue(
  { kind, value, currency }: Pick<SlotVoucher, 'kind' | 'value' | 'currency'>,
  locale: Locale,
): string {
  if (kind === 'amount') return sayAmount(value, currency, { locale })
  const format = new Intl.NumberFormat(LOCALE_TABLE[locale].intl, {
    style: 'percent',
    maximumFractionDigits: 2,
  })
  return format.format(value / PARTS_OF_ONE)
}
