import { z } from 'zod'
import { defineSlot } from '@/lib/slots/slot'
import type { SlotPickup } from '@/lib/slots/slot-data'
import { PickupEntry } from './parts/pickup-entry'
import { SlotSection } from './parts/slot-section'
import { text } from './settings/text'
import { ON_ORDER } from './settings/where'

/** Where it waits and until when stands in the answer already: what is told once more has to bring hours or a code. */
const helpful = (pickups: readonly SlotPickup[]): SlotPickup[] =>
  pickups.filter(({ hours, code }) => hours.length > 0 || code !== null)

/** What is needed at the counter: when it is open, the code, the last day. */
export const pickupHelp = defineSlot({
  id: 'pickup-help',
  purpose: 'service',
  personal: false,
  placements: ON_ORDER,
  settings: z.strictObject({ title: text(80) }),
  speaks: (_, { pickups }) => helpful(pickups).length > 0,
  Slot: ({ settings, data, context }) => (
    <SlotSection
      context={context}
      slot="pickup-help"
      voice="quiet"
      title={settings.title ?? context.talk.t('slots.pickup.title')}
    >
      <ul className="mt-3 space-y-6">
        {helpful(data.pickups).map((pickup) => (
          <li key={pickup.parcelId}>
            <PickupEntry pickup={pickup} context={context} />
          </li>
        ))}
      </ul>
    </SlotSection>
  ),
})
