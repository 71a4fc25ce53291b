import type { Locale } from '@/lib/i18n/locales'
import { calendarDay, daysBetween } from '@/lib/parcels/calendar-day'
import { scanDay } from '@/lib/parcels/scan-day'
import type { ShipmentView } from '@/lib/parcels/shipment-view'
import { statusOf } from '@/lib/parcels/status'
import { isDelayed, isUnhappy } from './calm'
import type { SlotFacts } from './slot-facts'

/** What an order is, as far as slots are chosen by it; amounts in minor units. */
export type OrderOfSlots = {
  id: string
  currency: string
  country: string | null
  lines: readonly {
    sku: string | null
    category: string | null
    tags: readonly string[]
    quantity: number
    unitPrice: number
    discount: number
  }[]
  discounts: readonly { amount: number }[]
  orders: number | null
  objects: boolean
}

type ParcelOfSlots = { carrier: string; view: ShipmentView }

/** An order without a parcel waits for its first. */
const NOTHING_SENT = 'pending.unknown'

function goodsValue({ lines, discounts }: Pick<OrderOfSlots, 'lines' | 'discounts'>): number {
  const goods = lines.reduce(
    (sum, { unitPrice, quantity, discount }) => sum + unitPrice * quantity - discount,
    0,
  )
  return Math.max(0, goods - discounts.reduce((sum, { amount }) => sum + amount, 0))
}

const arrivedOn = ({ status, statusTime }: ShipmentView, timeZone: string): string | null =>
  statusOf(status) === 'delivered' ? scanDay(statusTime, timeZone) : null

/** Whole days since the last of the parcels arrived; null while one is on its way, or nobody knows the day. */
function daysSince(days: readonly (string | null)[], today: string | undefined): number | null {
  const known = days.flatMap((day) => day ?? [])
  const last = calendarDay(known.toSorted().at(-1) ?? null)
  const at = calendarDay(today ?? null)
  return last && at && known.length === days.length ? Math.max(0, daysBetween(last, at)) : null
}

const distinct = (texts: readonly (string | null)[]): string[] => [
  ...new Set(texts.flatMap((text) => text ?? [])),
]

/** What targeting can ask of an order's page at one moment; total. */
export function slotFactsOf(
  order: OrderOfSlots,
  parcels: readonly ParcelOfSlots[],
  { locale, timeZone }: { locale: Locale; timeZone: string },
): SlotFacts {
  const views = parcels.flatMap(({ view }) => (view.direction === 'outbound' ? [view] : []))
  const days = views.map((view) => arrivedOn(view, timeZone))
  return {
    statuses: views.length === 0 ? [NOTHING_SENT] : views.map(({ status }) => status),
    unhappy: views.some(isUnhappy),
    delayed: views.some((view, index) => isDelayed(view, days[index] ?? null)),
    locale,
    country: order.country,
    carriers: distinct(parcels.map(({ carrier }) => carrier)),
    orderValue: goodsValue(order),
    currency: order.currency,
    categories: distinct(order.lines.map(({ category }) => category)),
    tags: distinct(order.lines.flatMap(({ tags }) => tags)),
    skus: distinct(order.lines.map(({ sku }) => sku)),
    orders: order.orders,
    daysSinceDelivery: daysSince(days, views[0]?.today),
    objects: order.objects,
    seed: order.id,
  }
}
