import type { ReactNode } from 'react'
import type { ReturnPage } from '@/app/_server/pages/return/return-handler'
import { findKnownOrderPage } from '@/db/queries/read-order'
import { withShop } from '@/db/with-shop'
import { ownOrigins } from '@/lib/measuring/own-origins'
import type { Source } from '@/lib/measuring/source'
import { speakParcel } from '@/lib/orders/order-view'
import type { Return } from '@/lib/returns/return'
import type { ReturnState } from '@/lib/returns/vocabulary'
import { orderToken } from '@/lib/services/order-links'
import type { SlotPage } from '@/lib/slots/pages'
import { pictureless, renderSlots, shownSlots } from './render-slots'
import { slotsOfOrder } from './slots-of-order'

/** Where somebody waits for an answer, or has been refused, nothing is said besides. */
const PAGES = {
  requested: 'return-sent',
  needs_review: null,
  approved: 'return-sent',
  label_issued: 'return-sent',
  in_transit: 'return-sent',
  received: 'return-sent',
  checked: 'return-sent',
  refunded: 'return-settled',
  exchanged: 'return-settled',
  credited: 'return-settled',
  rejected: null,
  cancelled: null,
  expired: null,
} as const satisfies Record<ReturnState, SlotPage | null>

/** Less came back than was hoped for, or somebody has objected. */
const isDisputed = ({ items }: Return): boolean =>
  items.some(({ deduction, contestedAt }) => deduction > 0 || contestedAt !== null)

/** A gift's return is opened by who has bought nothing: the order's page isn't theirs. Nor is it the moment when the money is late. */
function pageOf(back: Return, isOverdue: boolean): SlotPage | null {
  const page = back.gift || isDisputed(back) ? null : PAGES[back.state]
  return page === 'return-sent' && isOverdue ? null : page
}

export type ReturnSlots = {
  markup: ReactNode
  shown: readonly Source[]
  pictureless: readonly string[]
  /** What decides the markup. */
  said: string
}

const NONE: ReturnSlots = { markup: null, shown: [], pictureless: [], said: '' }

/** What stands on the page of a return, by its first order. */
export async function slotsOfReturn({
  context,
  shop,
  locale,
  stand,
  facts,
}: ReturnPage): Promise<ReturnSlots> {
  const { back } = facts
  const page = pageOf(back, facts.clock.overdue)
  const [first] = back.orders
  if (!page || !first) return NONE
  const { keyring } = context
  const now = context.now()
  const order = await withShop(context.db, shop.id, (tx) =>
    findKnownOrderPage(tx, shop.id, { id: first.id }, { scope: 'act', origins: [...ownOrigins(shop)] }),
  )
  if (!order) return NONE
  const place = {
    keyring,
    shop,
    locale,
    stand,
    token: orderToken(keyring, shop.key, order.id, 'act'),
    order,
    spoken: order.parcels.map((parcel) => speakParcel(shop, locale, parcel, now)),
    now,
  }
  const slots = slotsOfOrder(place, page)
  return {
    markup: Object.values(renderSlots(place, slots)),
    shown: shownSlots(slots),
    pictureless: pictureless(slots),
    said: JSON.stringify([slots.choice.chosen, slots.data, slots.today]),
  }
}
