import { z } from 'zod'
import { defineSlot } from '@/lib/slots/slot'
import { Prose } from './parts/prose'
import { SlotLink } from './parts/slot-link'
import { SlotSection } from './parts/slot-section'
import { linkSetting } from './settings/link-setting'
import { text } from './settings/text'
import { ON_ORDER } from './settings/where'

/** News that shoppers need whether all is well or not: a strike, new opening hours, a recall. */
export const announcement = defineSlot({
  id: 'announcement',
  purpose: 'service',
  personal: false,
  placements: [...ON_ORDER, 'returns-done', 'return-settled'],
  settings: z.strictObject({ title: text(120), text: text(600), link: linkSetting }),
  speaks: ({ title }) => title !== null,
  Slot: ({ settings, context }) => {
    const { title, text: words, link } = settings
    if (title === null) return null
    return (
      <SlotSection context={context} slot="announcement" title={title}>
        {words ? <Prose text={words} /> : null}
        {link ? (
          <p className="mt-1">
            <SlotLink context={context} href={link.url} to="shop">
              {link.label}
            </SlotLink>
          </p>
        ) : null}
      </SlotSection>
    )
  },
})
