import { z } from 'zod'
import { defineSlot } from '@/lib/slots/slot'
import { Prose } from './parts/prose'
import { SlotLink } from './parts/slot-link'
import { SlotSection } from './parts/slot-section'
import { VoucherTicket } from './parts/voucher-ticket'
import { voucherValue } from './parts/voucher-value'
import { text } from './settings/text'
import { addressTemplate, fillAddress } from './settings/web-address'
import { ON_ORDER } from './settings/where'

/** What this order was given because it is late. */
export const apologyVoucher = defineSlot({
  id: 'apology-voucher',
  purpose: 'help',
  personal: false,
  placements: ON_ORDER,
  settings: z.strictObject({
    title: text(120),
    text: text(400),
    /** Where the code is used, e.g. `https://shop.example/discount/{code}`. */
    link: addressTemplate('code').nullable().default(null),
  }),
  speaks: (_, { voucher }) => voucher !== null,
  Slot: ({ settings, data: { voucher }, context }) => {
    const { t } = context.talk
    if (!voucher) return null
    return (
      <SlotSection
        context={context}
        slot="apology-voucher"
        title={settings.title ?? t('slots.apology.title')}
      >
        <Prose
          text={settings.text ?? t('slots.apology.text', { value: voucherValue(voucher, context.locale) })}
          className="text-muted"
        />
        <VoucherTicket voucher={voucher} context={context} />
        {settings.link ? (
          <p className="mt-2">
            <SlotLink context={context} href={fillAddress(settings.link, { code: voucher.code })} to="shop">
              {t('slots.voucher.link')}
            </SlotLink>
          </p>
        ) : null}
      </SlotSection>
    )
  },
})
