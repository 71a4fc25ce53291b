import { SLOTS } from '@/components/slots/registry'
import { dayIn } from '@/lib/returns/add-days'
import { chooseSlots, type SlotChoice } from '@/lib/slots/choose-slots'
import { withDefaults } from '@/lib/slots/default-slots'
import type { SlotPage } from '@/lib/slots/pages'
import type { PlacedSlot } from '@/lib/slots/placed-slot'
import type { SlotData } from '@/lib/slots/slot-data'
import { slotFactsOf } from '@/lib/slots/slot-facts-of'
import { type SlotPlace, slotDataOf } from './slot-data-of'

/** What stands on one of an order's pages, and what it shows. */
export type PageSlots = { page: SlotPage; choice: SlotChoice; data: SlotData; today: string }

/** Chooses the slots of one of an order's pages. */
export function slotsOfOrder(place: SlotPlace, page: SlotPage, pretended?: readonly PlacedSlot[]): PageSlots {
  const { shop, locale, order, spoken, now } = place
  const { placed, stopped, lines, currency, discounts, orders, objects } = order.slots
  const facts = slotFactsOf(
    {
      id: order.id,
      country: order.deliveryAddress?.countryCode ?? null,
      lines,
      currency,
      discounts,
      orders,
      objects,
    },
    spoken.map(({ parcel, view }) => ({ carrier: parcel.carrier, view })),
    { locale, timeZone: shop.timeZone },
  )
  const today = dayIn(now, shop.timeZone)
  const data = slotDataOf(place, { value: facts.orderValue, today })
  const choice = chooseSlots({
    placed: withDefaults(pretended ?? placed.map(({ id, document }) => ({ ...document, id }))),
    stopped,
    facts: { ...facts, locale },
    data,
    registry: SLOTS,
    page,
    defaultLocale: shop.defaultLocale,
    now,
  })
  return { page, choice, data, today }
}
