import { defineSlot } from '@/lib/slots/slot'
import { Prose } from './parts/prose'
import { SlotLink } from './parts/slot-link'
import { SlotSection } from './parts/slot-section'
import { ownWords } from './settings/own-words'
import { ON_ORDER } from './settings/where'

/** Another day, a neighbour, a safe place, another address. */
export const deliveryWishes = defineSlot({
  id: 'delivery-wishes',
  purpose: 'service',
  personal: false,
  placements: ON_ORDER,
  settings: ownWords,
  speaks: (_, { care }) => care.wishesHref !== null,
  Slot: ({ settings, data: { care }, context }) => {
    const { t } = context.talk
    if (care.wishesHref === null) return null
    return (
      <SlotSection
        context={context}
        slot="delivery-wishes"
        voice="quiet"
        title={settings.title ?? t('slots.wishes.title')}
      >
        <Prose
          text={
            care.wished ? t(`slots.wishes.wished.${care.wished}`) : (settings.text ?? t('slots.wishes.text'))
          }
        />
        <p className="mt-1">
          <SlotLink context={context} href={care.wishesHref} to="page">
            {care.wished ? t('slots.wishes.change') : t('slots.wishes.link')}
          </SlotLink>
        </p>
      </SlotSection>
    )
  },
})
