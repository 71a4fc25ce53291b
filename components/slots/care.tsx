import { z } from 'zod'
import { defineSlot } from '@/lib/slots/slot'
import { GuideEntry } from './parts/guide-entry'
import { SlotSection } from './parts/slot-section'
import { guideSchema, guidesFor } from './settings/guides'
import { text } from './settings/text'

const MOST_GUIDES = 3

/** How to wear, wash and use what was bought: part of what was sold, so an objection to advertising leaves it. */
export const care = defineSlot({
  id: 'care',
  purpose: 'service',
  personal: false,
  placements: ['under-items', 'after-history', 'aside'],
  settings: z.strictObject({ title: text(80), guides: z.array(guideSchema).max(200).default([]) }),
  speaks: ({ guides }, { items }) => guidesFor(guides, items).length > 0,
  Slot: ({ settings, data, context }) => {
    const guides = guidesFor(settings.guides, data.items).slice(0, MOST_GUIDES)
    return (
      <SlotSection
        context={context}
        slot="care"
        voice="quiet"
        title={settings.title ?? context.talk.t('slots.care.title')}
      >
        <div className="mt-3 border-b border-line">
          {guides.map((guide) => (
            <GuideEntry key={guide.title} guide={guide} open={guides.length === 1} context={context} />
          ))}
        </div>
      </SlotSection>
    )
  },
})
