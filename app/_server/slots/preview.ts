import { renderOrder } from '@/app/_server/order-document'
import { findKnownOrderPage, type OrderPageRow } from '@/db/queries/read-order'
import { withShop } from '@/db/with-shop'
import { ownOrigins } from '@/lib/measuring/own-origins'
import { orderNumberKey } from '@/lib/orders/order'
import { pretendStatus } from '@/lib/parcels/pretend-status'
import type { StatusCode } from '@/lib/parcels/status'
import type { Context } from '@/lib/services/context'
import { orderToken } from '@/lib/services/order-links'
import type { Shop } from '@/lib/shops/shop'
import type { PreviewAsked, SlotPreview } from './slot-preview'

const SCOPE = 'act'

/** For an order that has no parcel yet: one of the shop's that nobody carries. */
const PRETENDED = { id: '00000000-0000-7000-8000-000000000000', carrier: 'unknown', number: '0000000000' }

function pretend(order: OrderPageRow, status: StatusCode, since: Date): OrderPageRow {
  const updatedAt = since.toISOString()
  const lines = order.lines.map(({ id, quantity }) => ({ id, quantity }))
  const parcels =
    order.parcels.length > 0
      ? order.parcels.map((parcel) => ({
          ...parcel,
          projection: pretendStatus(parcel.projection, status, since),
        }))
      : [
          {
            ...PRETENDED,
            projection: pretendStatus(undefined, status, since),
            projectionVersion: 0,
            updatedAt,
            lines,
          },
        ]
  return { ...order, parcels }
}

/** An order's page as its buyer would see it, in any state and language; nothing is counted. Null: no such order. */
export async function previewOrder(
  context: Context,
  shop: Shop,
  { number, locale, status, since, placed }: PreviewAsked,
): Promise<SlotPreview | null> {
  const { db, keyring, origin } = context
  const now = context.now()
  const order = await withShop(db, shop.id, (tx) =>
    findKnownOrderPage(
      tx,
      shop.id,
      { numberKey: orderNumberKey(number) },
      { scope: SCOPE, origins: [...ownOrigins(shop)] },
    ),
  )
  if (!order) return null
  const { page, slots } = await renderOrder({
    keyring,
    shop,
    locale,
    stand: { kind: 'hosted', slug: shop.slug },
    origin,
    token: orderToken(keyring, shop.key, order.id, SCOPE),
    order: status === null ? order : pretend(order, status, since ?? now),
    hasWallet: false,
    returns: [],
    ...(placed && { placed }),
    now,
  })
  return { choice: slots.choice, html: page.html }
}
