import { z } from 'zod'
import { defineSlot } from '@/lib/slots/slot'
import { ProductTile } from './parts/product-tile'
import { SlotSection } from './parts/slot-section'
import { text } from './settings/text'
import { BELOW_ANSWER } from './settings/where'

/** Never more than fits three clicks. */
const MOST_PRODUCTS = 3

/** What goes with what was bought. */
export const products = defineSlot({
  id: 'products',
  purpose: 'marketing',
  personal: true,
  placements: BELOW_ANSWER,
  settings: z.strictObject({
    title: text(80),
    most: z.number().int().min(1).max(MOST_PRODUCTS).default(MOST_PRODUCTS),
    prices: z.boolean().default(true),
  }),
  speaks: (_, data) => data.products.length > 0,
  Slot: ({ settings, data, context }) => (
    <SlotSection
      context={context}
      slot="products"
      title={settings.title ?? context.talk.t('slots.products.title')}
    >
      <ul className="mt-5 grid grid-cols-1 gap-x-6 gap-y-4 @lg:grid-cols-3">
        {data.products.slice(0, settings.most).map((product) => (
          <li key={product.id}>
            <ProductTile product={product} prices={settings.prices} context={context} />
          </li>
        ))}
      </ul>
    </SlotSection>
  ),
})
