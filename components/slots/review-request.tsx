import { z } from 'zod'
import { Photo } from '@/components/ui/photo'
import { defineSlot } from '@/lib/slots/slot'
import type { SlotItem } from '@/lib/slots/slot-data'
import { ownPicture } from './parts/own-picture'
import { Prose } from './parts/prose'
import { SlotLink } from './parts/slot-link'
import { SlotSection } from './parts/slot-section'
import { text } from './settings/text'
import { addressTemplate, fillAddress } from './settings/web-address'
import { BELOW_ANSWER } from './settings/where'

const MOST_ITEMS = 3

type Reviewed = SlotItem & { sku: string }

/** One line for each thing, however often it was bought. */
const reviewed = (items: readonly SlotItem[]): Reviewed[] => [
  ...new Map(
    items.flatMap((item) => (item.sku === null ? [] : [[item.sku, { ...item, sku: item.sku }]])),
  ).values(),
]

/** Asks for words about what was bought, once it has arrived. */
export const reviewRequest = defineSlot({
  id: 'review-request',
  purpose: 'marketing',
  personal: true,
  placements: BELOW_ANSWER,
  settings: z.strictObject({
    title: text(80),
    text: text(400),
    /** `https://shop.example/products/{sku}#review` */
    link: addressTemplate('sku').nullable().default(null),
    most: z.number().int().min(1).max(MOST_ITEMS).default(MOST_ITEMS),
  }),
  speaks: ({ link }, { order, items }) => link !== null && order.delivered && reviewed(items).length > 0,
  Slot: ({ settings, data, context }) => {
    const { t } = context.talk
    const { link } = settings
    if (link === null) return null
    return (
      <SlotSection context={context} slot="review-request" title={settings.title ?? t('slots.review.title')}>
        <Prose text={settings.text ?? t('slots.review.text')} className="text-muted" />
        <ul className="mt-4 space-y-4">
          {reviewed(data.items)
            .slice(0, settings.most)
            .map((item) => (
              <li key={item.sku} className="flex items-center gap-4">
                <Photo picture={ownPicture(item.picture)} />
                <div className="min-w-0 leading-snug wrap-anywhere">
                  <p className="font-semibold">{item.title}</p>
                  <SlotLink
                    context={context}
                    href={fillAddress(link, { sku: item.sku })}
                    to="shop"
                    label={t('slots.review.linkOf', { item: item.title })}
                  >
                    {t('slots.review.link')}
                  </SlotLink>
                </div>
              </li>
            ))}
        </ul>
      </SlotSection>
    )
  },
})
