import { z } from 'zod'
import { defineSlot, type SlotContext } from '@/lib/slots/slot'
import { RichText } from './parts/rich-text'
import { SlotSection } from './parts/slot-section'
import { cleanHtml } from './settings/clean-html'
import { richText } from './settings/rich-text'
import { text } from './settings/text'
import { BELOW_ANSWER } from './settings/where'

/** Only to the shop's own hosts, which is where the counted way leads, and to a mailbox. */
const leadOn =
  ({ go, framed }: SlotContext) =>
  (href: string): Record<string, string> | null => {
    if (/^mailto:/i.test(href)) return { href }
    const counted = go(href)
    return counted === href
      ? null
      : { href: counted, rel: 'noreferrer', ...(framed ? { target: '_top' } : {}) }
  }

/** Whatever else the merchant has to say. */
export const custom = defineSlot({
  id: 'custom',
  purpose: 'marketing',
  personal: false,
  placements: BELOW_ANSWER,
  settings: z.strictObject({ title: text(80), html: richText }),
  speaks: ({ title, html }) => title !== null && html !== null,
  Slot: ({ settings, context }) => {
    const { title, html } = settings
    if (title === null || html === null) return null
    return (
      <SlotSection context={context} slot="custom" title={title}>
        {/* Once more: what was written under an older list, or by another way, has to pass this one. */}
        <RichText html={cleanHtml(html, leadOn(context))} />
      </SlotSection>
    )
  },
})
