import { defineSlot } from '@/lib/slots/slot'
import type { SlotPickup } from '@/lib/slots/slot-data'
import { HelpNotice } from './parts/help-notice'
import { Prose } from './parts/prose'
import { SlotLink } from './parts/slot-link'
import { ownWords } from './settings/own-words'
import { ON_ORDER } from './settings/where'

/** The one that goes back first. */
const firstToGo = (pickups: readonly SlotPickup[]): SlotPickup | undefined =>
  pickups
    .filter(({ urgent }) => urgent)
    .toSorted((a, b) => (a.daysLeft ?? Infinity) - (b.daysLeft ?? Infinity))[0]

/** Shortly before a parcel goes back unopened. */
export const pickupReminder = defineSlot({
  id: 'pickup-reminder',
  purpose: 'help',
  personal: false,
  placements: ON_ORDER,
  settings: ownWords,
  speaks: (_, { pickups }) => firstToGo(pickups) !== undefined,
  Slot: ({ settings, data, context }) => {
    const { t, when } = context.talk
    const pickup = firstToGo(data.pickups)
    if (!pickup) return null
    const { daysLeft, lastDay, name, calendarHref } = pickup
    const title =
      daysLeft === null
        ? t('slots.pickup.reminderUndated')
        : t('slots.pickup.reminderTitle', { days: daysLeft })
    const where = [name, lastDay === null ? null : when.day(lastDay, context.today, 'plain')]
      .filter(Boolean)
      .join(' · ')
    return (
      <HelpNotice context={context} slot="pickup-reminder" tone="warn" title={settings.title ?? title}>
        {where ? <p className="mt-2 font-semibold wrap-anywhere">{where}</p> : null}
        <Prose
          text={settings.text ?? t('slots.pickup.reminderText', { shop: context.shop.name })}
          className="text-words"
        />
        {calendarHref ? (
          <p className="mt-4">
            <SlotLink context={context} href={calendarHref} to="page" look="toned">
              {t('calendar.add')}
            </SlotLink>
          </p>
        ) : null}
      </HelpNotice>
    )
  },
})
