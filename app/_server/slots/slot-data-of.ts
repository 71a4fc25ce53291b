import type { OrderPageRow } from '@/db/queries/read-order'
import { slotCareOf } from '@/lib/care/slot-care-of'
import { slotPickupsOf } from '@/lib/care/slot-pickups-of'
import { slotVoucherOf } from '@/lib/care/slot-voucher-of'
import type { Keyring } from '@/lib/core/keyring'
import { hasArrived } from '@/lib/feedback/has-arrived'
import type { Locale } from '@/lib/i18n/locales'
import type { SpokenParcel } from '@/lib/orders/order-view'
import { referralCode } from '@/lib/services/referral-code'
import { addressesOf, mediaAddress, onSameHost, type Stand } from '@/lib/shops/addresses'
import type { Shop } from '@/lib/shops/shop'
import type { SlotData, SlotPicture } from '@/lib/slots/slot-data'

/** A page of an order on which slots stand. */
export type SlotPlace = {
  keyring: Keyring
  shop: Shop
  locale: Locale
  stand: Stand
  /** The order's own link. */
  token: string
  order: OrderPageRow
  spoken: readonly SpokenParcel<OrderPageRow['parcels'][number]>[]
  now: Date
}

type Known = { value: number; today: string }

/** What an order's slots show, from what its page has read. */
export function slotDataOf(place: SlotPlace, { value, today }: Known): SlotData {
  const { keyring, shop, locale, stand, token, order, spoken } = place
  const { slots, parcels } = order
  const addresses = addressesOf(stand)
  const mayAct = order.scope === 'act'
  const picture = (media: { id: string; width: number; height: number } | null): SlotPicture | null =>
    media && {
      src: onSameHost(stand, mediaAddress(shop.slug, media.id)),
      width: media.width,
      height: media.height,
    }
  return {
    order: {
      value,
      currency: slots.currency,
      delivered: hasArrived(parcels),
      mayAct,
      referralCode: referralCode(keyring, shop.id, order.id),
    },
    products: slots.products.map(({ id, title, url, media, price, priceBefore, currency }) => ({
      id,
      title,
      url,
      picture: picture(media),
      price,
      priceBefore,
      currency,
    })),
    // It is worth money: a link that only looks may have been passed on.
    voucher: mayAct ? slotVoucherOf(slots.voucher, today) : null,
    pickups: slotPickupsOf(spoken, { calendarHref: addresses.calendar(locale, token), mayAct }),
    items: order.lines.map(({ id, title, url, media }) => {
      const line = slots.lines.find((one) => one.id === id)
      return {
        id,
        sku: line?.sku ?? null,
        title,
        category: line?.category ?? null,
        tags: line?.tags ?? [],
        url,
        picture: picture(media),
      }
    }),
    care: slotCareOf({
      parcels,
      care: slots.care,
      hasAddress: order.deliveryAddress !== null,
      hrefs: { address: addresses.address(locale, token), wishes: addresses.wishes(locale, token) },
    }),
    feedback: slots.feedback,
    hasEmail: order.customerEmail !== null,
  }
}
