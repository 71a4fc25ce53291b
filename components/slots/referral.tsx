import { z } from 'zod'
import { defineSlot } from '@/lib/slots/slot'
import type { SlotData } from '@/lib/slots/slot-data'
import { Prose } from './parts/prose'
import { SlotLink } from './parts/slot-link'
import { SlotSection } from './parts/slot-section'
import { text } from './settings/text'
import { addressTemplate, fillAddress } from './settings/web-address'
import { BELOW_ANSWER } from './settings/where'

const settingsSchema = z.strictObject({
  title: text(80),
  text: text(400),
  /** `https://shop.example/invite?code={code}` */
  link: addressTemplate('code').nullable().default(null),
  /** The same for everybody; null: each order has one of its own. */
  code: z.string().trim().min(1).max(40).nullable().default(null),
})

const codeOf = ({ code }: z.output<typeof settingsSchema>, { order }: SlotData): string | null =>
  code ?? order.referralCode

/** Asks to recommend the shop, with a code that says who did. */
export const referral = defineSlot({
  id: 'referral',
  purpose: 'marketing',
  personal: false,
  placements: BELOW_ANSWER,
  settings: settingsSchema,
  speaks: (settings, data) => settings.link !== null && codeOf(settings, data) !== null,
  Slot: ({ settings, data, context }) => {
    const { t } = context.talk
    const code = codeOf(settings, data)
    if (settings.link === null || code === null) return null
    return (
      <SlotSection context={context} slot="referral" title={settings.title ?? t('slots.referral.title')}>
        <Prose
          text={settings.text ?? t('slots.referral.text', { shop: context.shop.name })}
          className="text-muted"
        />
        <div className="mt-4 flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
          <p className="min-w-0">
            <span className="block text-sm text-muted">{t('slots.referral.code')}</span>
            <span
              className="text-lg font-semibold [letter-spacing:0.05em] wrap-anywhere select-all"
              translate="no"
            >
              {code}
            </span>
          </p>
          <SlotLink context={context} href={fillAddress(settings.link, { code })} to="shop" look="button">
            {t('slots.referral.link', { shop: context.shop.name })}
          </SlotLink>
        </div>
      </SlotSection>
    )
  },
})
