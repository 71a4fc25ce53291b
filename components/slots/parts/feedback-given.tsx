import type { SlotContext } from '@/lib/slots/slot'
import type { SlotData } from '@/lib/slots/slot-data'
import { SlotSection } from './slot-section'

type Given = NonNullable<SlotData['feedback']>

/** What was answered, with thanks: nobody is asked twice. */
export function FeedbackGiven({ given: { kind, value }, context }: { given: Given; context: SlotContext }) {
  const { t } = context.talk
  const said = {
    stars: () => t('slots.feedback.gaveStars', { count: value }),
    nps: () => t('slots.feedback.gaveNps', { value }),
  } satisfies Record<Given['kind'], () => string>
  return (
    <SlotSection
      context={context}
      slot="feedback"
      title={t('slots.feedback.thanks', { shop: context.shop.name })}
    >
      <p className="mt-2 text-muted">{said[kind]()}</p>
    </SlotSection>
  )
}
