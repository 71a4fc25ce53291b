import { z } from 'zod'
import type { Talk } from '@/lib/i18n/translator'
import { defineSlot, type SlotContext } from '@/lib/slots/slot'
import { Prose } from './parts/prose'
import { SlotLink } from './parts/slot-link'
import { SlotSection } from './parts/slot-section'
import { text } from './settings/text'
import { webAddress } from './settings/web-address'
import { ON_ORDER } from './settings/where'

type Way = { href: string; to: 'shop' | 'page'; words: string }

/** The first way that the shop names: one is enough, all stand at the end of the page. */
function wayOf(link: string | null, { name, help }: SlotContext['shop'], { t }: Talk): Way | null {
  if (link) return { href: link, to: 'shop', words: t('slots.contact.page') }
  if (help.email)
    return { href: `mailto:${help.email}`, to: 'page', words: t('slots.contact.email', { shop: name }) }
  if (help.chatUrl) return { href: help.chatUrl, to: 'shop', words: t('slots.contact.chat', { shop: name }) }
  if (!help.phone) return null
  const href = `tel:${help.phone.replace(/[^+\d]/g, '')}`
  return { href, to: 'page', words: t('slots.contact.phone', { phone: help.phone }) }
}

/** Somebody who helps, where the page can't. */
export const contact = defineSlot({
  id: 'contact',
  purpose: 'help',
  personal: false,
  placements: ON_ORDER,
  settings: z.strictObject({ title: text(120), text: text(400), link: webAddress.nullable().default(null) }),
  speaks: () => true,
  Slot: ({ settings, context }) => {
    const { talk, shop } = context
    const way = wayOf(settings.link, shop, talk)
    return (
      <SlotSection context={context} slot="contact" title={settings.title ?? talk.t('slots.contact.title')}>
        <Prose text={settings.text ?? talk.t('help.lead', { shop: shop.name })} className="text-muted" />
        {way ? (
          <p className="mt-4">
            <SlotLink context={context} href={way.href} to={way.to} look="button">
              {way.words}
            </SlotLink>
          </p>
        ) : null}
      </SlotSection>
    )
  },
})
