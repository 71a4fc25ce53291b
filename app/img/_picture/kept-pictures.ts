import { LRUCache } from 'lru-cache'
import { etagOf } from '@/app/_server/etag'
import { openOrder } from '@/app/_server/open-order'
import { neutralPicture, statusPicture } from '@/components/page/status-picture'
import type { OrderRow } from '@/db/queries/read-order'
import { LOCALE_TABLE, type Locale } from '@/lib/i18n/locales'
import { negotiateLocale } from '@/lib/i18n/negotiate-locale'
import { translator } from '@/lib/i18n/translator'
import { speakParcel, validUntilOf } from '@/lib/orders/order-view'
import type { Context } from '@/lib/services/context'
import { neutralShop } from '@/lib/shops/neutral-shop'
import type { Shop } from '@/lib/shops/shop'
import { drawStatus } from './draw-status'

type KeptPicture = { png: Buffer; etag: string }

const KEPT_BYTES = 20_000_000

/** A picture says when it was drawn; what else it says is decided by its tag. */
const pictures = new LRUCache<string, Buffer, () => Promise<Buffer>>({
  maxSize: KEPT_BYTES,
  sizeCalculation: ({ byteLength }) => byteLength,
  // Mails are opened by many at once: one of them draws.
  fetchMethod: (_etag, _stale, { context: draw }) => draw(),
})

const keep = async (etag: string, draw: () => Promise<Buffer>): Promise<KeptPicture> => ({
  png: await pictures.forceFetch(etag, { context: draw }),
  etag,
})

function orderStatus(shop: Shop, locale: Locale, order: OrderRow, now: Date): Promise<KeptPicture> {
  const spoken = order.parcels.map((parcel) => speakParcel(shop, locale, parcel, now))
  const asOf = new Intl.DateTimeFormat(LOCALE_TABLE[locale].intl, {
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: shop.timeZone,
  })
  return keep(
    etagOf('status', shop.id, shop.version, locale, order.id, order.version, validUntilOf(spoken)),
    () => drawStatus(shop, statusPicture(shop.name, spoken, asOf.format(now), translator(shop, locale))),
  )
}

/** The picture that is true of any order: nobody learns from it whether a link opens something. */
export function neutralStatus(origin: string, explicit: string | null): Promise<KeptPicture> {
  const shop = neutralShop(origin)
  const locale = negotiateLocale({ explicit, shop })
  return keep(etagOf('status', locale), () =>
    drawStatus(shop, neutralPicture(shop.name, translator(shop, locale))),
  )
}

/** The picture behind an order's link, in the language that is asked for or the order's own. */
export async function keptStatus(
  context: Context,
  token: string,
  explicit: string | null,
): Promise<KeptPicture> {
  const opened = await openOrder(context, token)
  if (!opened) return neutralStatus(context.origin, explicit)
  const { shop, order } = opened
  return orderStatus(shop, negotiateLocale({ explicit, order: order.locale, shop }), order, context.now())
}
