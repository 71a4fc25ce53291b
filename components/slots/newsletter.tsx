import { z } from 'zod'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { defineSlot } from '@/lib/slots/slot'
import { Prose } from './parts/prose'
import { SlotSection } from './parts/slot-section'
import { text } from './settings/text'
import { BELOW_ANSWER } from './settings/where'

/** Asks for an address; it counts once its mailbox has confirmed it. */
export const newsletter = defineSlot({
  id: 'newsletter',
  purpose: 'marketing',
  personal: false,
  placements: BELOW_ANSWER,
  settings: z.strictObject({ title: text(80), text: text(400) }),
  speaks: () => true,
  Slot: ({ settings, context }) => {
    const { t } = context.talk
    const { name: shop } = context.shop
    return (
      <SlotSection
        context={context}
        slot="newsletter"
        title={settings.title ?? t('preferences.newsletter.title', { shop })}
      >
        {settings.text ? <Prose text={settings.text} /> : null}
        {/* What is agreed to: these words are kept with the consent. */}
        <Prose text={t('preferences.subject.newsletter.text', { shop })} className="text-muted" />
        <form
          method="post"
          action={context.actions.newsletter}
          data-part="newsletter-form"
          className="mt-4 grid max-w-xl grid-cols-1 gap-4 @md:grid-cols-[minmax(0,1fr)_auto] @md:items-end"
        >
          <Field
            id={`${context.id}-email`}
            name="email"
            label={t('preferences.newsletter.email')}
            inputMode="email"
            autoComplete="email"
          />
          <Button look="outlined">{t('preferences.newsletter.submit')}</Button>
        </form>
      </SlotSection>
    )
  },
})
