import { z } from 'zod'
import { defineSlot } from '@/lib/slots/slot'
import { pointsOf } from './parts/points-of'
import { Prose } from './parts/prose'
import { SlotLink } from './parts/slot-link'
import { SlotSection } from './parts/slot-section'
import { text } from './settings/text'
import { webAddress } from './settings/web-address'
import { BELOW_ANSWER } from './settings/where'

/** What this order brought in points. */
export const loyalty = defineSlot({
  id: 'loyalty',
  purpose: 'marketing',
  personal: false,
  placements: BELOW_ANSWER,
  settings: z.strictObject({
    title: text(80),
    text: text(400),
    /** Points for one unit of the currency (a euro, not a cent); null: none are told. */
    rate: z.number().positive().max(10_000).nullable().default(null),
    link: webAddress.nullable().default(null),
  }),
  speaks: ({ rate }, { order }) => pointsOf(order, rate) > 0,
  Slot: ({ settings, data, context }) => {
    const { t } = context.talk
    return (
      <SlotSection
        context={context}
        slot="loyalty"
        voice="quiet"
        title={settings.title ?? t('slots.loyalty.title')}
      >
        <p className="mt-2 flex flex-wrap items-baseline gap-x-2">
          <span className="display text-2xl tabular-nums">
            {t('slots.loyalty.points', { points: pointsOf(data.order, settings.rate) })}
          </span>
          <span className="text-muted">{t('slots.loyalty.text')}</span>
        </p>
        {settings.text ? <Prose text={settings.text} className="text-muted" /> : null}
        {settings.link ? (
          <p className="mt-1">
            <SlotLink context={context} href={settings.link} to="shop">
              {t('slots.loyalty.link')}
            </SlotLink>
          </p>
        ) : null}
      </SlotSection>
    )
  },
})
