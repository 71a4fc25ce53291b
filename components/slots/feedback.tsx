import { z } from 'zod'
import { defineSlot } from '@/lib/slots/slot'
import { FeedbackForm } from './parts/feedback-form'
import { FeedbackGiven } from './parts/feedback-given'
import { SlotSection } from './parts/slot-section'
import { text } from './settings/text'

/** Asks once, after delivery, how it was. */
export const feedback = defineSlot({
  id: 'feedback',
  purpose: 'marketing',
  personal: false,
  placements: ['under-items', 'after-history', 'aside'],
  settings: z.strictObject({
    title: text(120),
    kind: z.enum(['stars', 'nps']).default('stars'),
    /** Whether a few words of the shopper's own are asked for. */
    comment: z.boolean().default(true),
  }),
  speaks: (_, { order, feedback: given }) => order.mayAct && (order.delivered || given !== null),
  Slot: ({ settings, data, context }) => {
    const { t } = context.talk
    const { kind, comment } = settings
    if (data.feedback) return <FeedbackGiven given={data.feedback} context={context} />
    const question = settings.title ?? t(`slots.feedback.${kind}`, { shop: context.shop.name })
    return (
      <SlotSection context={context} slot="feedback" title={question}>
        <FeedbackForm kind={kind} comment={comment} question={question} context={context} />
      </SlotSection>
    )
  },
})
