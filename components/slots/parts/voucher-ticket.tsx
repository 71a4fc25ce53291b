import { sayAmount } from '@/lib/i18n/say-amount'
import type { SlotContext } from '@/lib/slots/slot'
import type { SlotVoucher } from '@/lib/slots/slot-data'
import { voucherValue } from './voucher-value'

/** What a voucher is worth, its code to be marked with one press, and its conditions, beside each other like on a ticket. */
export function VoucherTicket({
  voucher,
  context,
}: {
  voucher: Omit<SlotVoucher, 'atMost'>
  context: SlotContext
}) {
  const { t, when } = context.talk
  const { code, minimum, currency, validUntil } = voucher
  const conditions = [
    minimum > 0 ? t('slots.voucher.minimum', { amount: sayAmount(minimum, currency, context) }) : null,
    validUntil === null
      ? null
      : t('slots.voucher.until', { when: when.day(validUntil, context.today, 'plain') }),
  ].filter((condition) => condition !== null)
  return (
    <div className="mt-4 grid grid-cols-1 overflow-hidden rounded-brand border-2 border-edge bg-surface @md:grid-cols-[auto_minmax(0,1fr)]">
      <p className="display grid place-items-center border-b-2 border-dashed border-edge px-6 py-4 text-center text-2xl @md:border-e-2 @md:border-b-0">
        {t('slots.voucher.worth', { value: voucherValue(voucher, context.locale) })}
      </p>
      <div className="px-6 py-4">
        <p className="text-sm text-muted">{t('slots.voucher.code')}</p>
        <p className="text-lg font-semibold [letter-spacing:0.05em] wrap-anywhere select-all" translate="no">
          {code}
        </p>
        {conditions.length > 0 ? (
          <p className="mt-1 text-sm text-muted tabular-nums">{conditions.join(' · ')}</p>
        ) : null}
      </div>
    </div>
  )
}
