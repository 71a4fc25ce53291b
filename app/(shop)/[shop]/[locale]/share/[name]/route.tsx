import { ImageResponse } from '@vercel/og'
import { LRUCache } from 'lru-cache'
import { apiHandler } from '@/app/_server/api-handler'
import { pictureText } from '@/app/_server/picture-text'
import { problem } from '@/app/_server/problem'
import { shareFonts } from '@/app/_server/share-fonts'
import { findShopPage } from '@/app/_server/shop-page'
import { SHARE_SIZE, ShareImage } from '@/components/page/share-image'
import type { Locale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translator'
import { emptyProjection } from '@/lib/parcels/empty-projection'
import { isStatusCode, type StatusCode } from '@/lib/parcels/status'
import { viewShipment } from '@/lib/parcels/view-shipment'
import { schemeColours } from '@/lib/shops/brand-colours'
import type { Shop } from '@/lib/shops/shop'

const HEADERS = { 'content-type': 'image/png', 'cache-control': 'public, max-age=3600' }

/** A picture takes tens of milliseconds; its content depends on nothing but this key. */
const pictures = new LRUCache<string, Buffer>({
  maxSize: 20_000_000,
  sizeCalculation: ({ byteLength }) => byteLength,
})

async function draw(shop: Shop, locale: Locale, code: StatusCode, now: Date): Promise<Buffer> {
  const { t } = translator(shop, locale)
  const facts = { now, timeZone: shop.timeZone, carrier: 'unknown' }
  const { progress } = viewShipment({ ...emptyProjection('outbound'), status: code }, facts)
  const image = new ImageResponse(
    <ShareImage
      shop={pictureText(shop.name) || shop.slug}
      title={pictureText(t(`status.${code}.title`))}
      meaning={pictureText(t(`status.${code}.meaning`))}
      colours={schemeColours(shop.brand.light, 'field')}
      progress={{ done: progress.current, of: progress.steps.length }}
    />,
    { ...SHARE_SIZE, fonts: await shareFonts(shop.brand) },
  )
  return Buffer.from(await image.arrayBuffer())
}

/** The picture of a state, for shared links: the address names the state alone, so nothing personal can be in it. */
export const GET = apiHandler<{ shop: string; locale: string; name: string }>(async (_request, params) => {
  const { context, shop, locale } = await findShopPage(params.shop, params.locale)
  const code = params.name.replace(/\.png$/, '')
  if (!shop || !locale || !isStatusCode(code)) return problem('not_found')
  const key = [shop.id, shop.version, locale, code].join('|')
  const picture = pictures.get(key) ?? (await draw(shop, locale, code, context.now()))
  pictures.set(key, picture)
  return new Response(new Uint8Array(picture), { headers: HEADERS })
})
