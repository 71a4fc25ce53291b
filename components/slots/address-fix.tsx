import { defineSlot } from '@/lib/slots/slot'
import { HelpNotice } from './parts/help-notice'
import { Prose } from './parts/prose'
import { SlotLink } from './parts/slot-link'
import { ownWords } from './settings/own-words'
import { ON_ORDER } from './settings/where'

/** An address that can't be delivered to is corrected here. */
export const addressFix = defineSlot({
  id: 'address-fix',
  purpose: 'help',
  personal: false,
  placements: ON_ORDER,
  settings: ownWords,
  speaks: (_, { care }) => care.addressHref !== null || care.addressCorrected,
  Slot: ({ settings, data: { care }, context }) => {
    const { t } = context.talk
    if (care.addressHref === null)
      return (
        <HelpNotice context={context} slot="address-fix" tone="good" title={t('slots.address.doneTitle')}>
          <Prose text={t('slots.address.doneText', { shop: context.shop.name })} className="text-words" />
        </HelpNotice>
      )
    return (
      <HelpNotice
        context={context}
        slot="address-fix"
        tone="action"
        title={settings.title ?? t('slots.address.title')}
      >
        <Prose text={settings.text ?? t('slots.address.text')} className="text-words" />
        <p className="mt-4">
          <SlotLink context={context} href={care.addressHref} to="page" look="toned">
            {t('slots.address.link')}
          </SlotLink>
        </p>
      </HelpNotice>
    )
  },
})
