import { z } from 'zod'
import { defineSlot } from '@/lib/slots/slot'
import { SlotLink } from './parts/slot-link'
import { SlotSection } from './parts/slot-section'
import { StoreEntry } from './parts/store-entry'
import { storeSchema } from './settings/stores'
import { text } from './settings/text'
import { webAddress } from './settings/web-address'
import { BELOW_ANSWER } from './settings/where'

const MOST_STORES = 6

/** The shop's own shops. */
export const storeFinder = defineSlot({
  id: 'store-finder',
  purpose: 'service',
  personal: false,
  placements: BELOW_ANSWER,
  settings: z.strictObject({
    title: text(80),
    stores: z.array(storeSchema).max(MOST_STORES).default([]),
    /** The page that finds them all. */
    link: webAddress.nullable().default(null),
  }),
  speaks: ({ stores, link }) => stores.length > 0 || link !== null,
  Slot: ({ settings, context }) => {
    const { t } = context.talk
    const { stores, link } = settings
    return (
      <SlotSection
        context={context}
        slot="store-finder"
        voice="quiet"
        title={settings.title ?? t('slots.stores.title', { shop: context.shop.name })}
      >
        {stores.length > 0 ? (
          <ul className="mt-3 grid grid-cols-1 gap-x-8 gap-y-5 @lg:grid-cols-2">
            {stores.map((store) => (
              <li key={`${store.name} ${store.address}`}>
                <StoreEntry store={store} context={context} />
              </li>
            ))}
          </ul>
        ) : null}
        {link ? (
          <p className="mt-2">
            <SlotLink context={context} href={link} to="shop">
              {t('slots.stores.link')}
            </SlotLink>
          </p>
        ) : null}
      </SlotSection>
    )
  },
})
