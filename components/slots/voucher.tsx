import { z } from 'zod'
import { defineSlot } from '@/lib/slots/slot'
import { Prose } from './parts/prose'
import { SlotLink } from './parts/slot-link'
import { SlotSection } from './parts/slot-section'
import { VoucherTicket } from './parts/voucher-ticket'
import { text } from './settings/text'
import { voucherSettings } from './settings/voucher-settings'
import { addressTemplate, fillAddress } from './settings/web-address'
import { BELOW_ANSWER } from './settings/where'

/** A code that everybody gets who sees it. */
export const voucher = defineSlot({
  id: 'voucher',
  purpose: 'marketing',
  personal: false,
  placements: BELOW_ANSWER,
  settings: z.strictObject({
    title: text(80),
    text: text(400),
    voucher: voucherSettings.nullable().default(null),
    link: addressTemplate('code').nullable().default(null),
  }),
  speaks: (settings) => settings.voucher !== null,
  Slot: ({ settings, context }) => {
    const { t } = context.talk
    const given = settings.voucher
    if (!given || (given.validUntil !== null && given.validUntil < context.today)) return null
    return (
      <SlotSection context={context} slot="voucher" title={settings.title ?? t('slots.voucher.title')}>
        {settings.text ? <Prose text={settings.text} /> : null}
        <VoucherTicket voucher={given} context={context} />
        {settings.link ? (
          <p className="mt-4">
            <SlotLink
              context={context}
              href={fillAddress(settings.link, { code: given.code })}
              to="shop"
              look="button"
            >
              {t('slots.voucher.link')}
            </SlotLink>
          </p>
        ) : null}
      </SlotSection>
    )
  },
})
