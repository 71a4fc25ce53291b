import sharp from 'sharp'
import { findMediaContent } from '@/db/queries/find-media'
import { findWalletCertificate } from '@/db/queries/find-wallet-certificate'
import type { ItemRow, OrderRow } from '@/db/queries/read-order'
import { withShop } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import type { Locale } from '@/lib/i18n/locales'
import { contentsOf, linesLeft } from '@/lib/orders/order-json'
import { speakParcel } from '@/lib/orders/order-view'
import type { Shop } from '@/lib/shops/shop'
import { type BundleFiles, manifestOf, packBundle } from '@/lib/wallet/pack-bundle'
import { signDetached } from '@/lib/wallet/sign-detached'
import { type WalletItem, walletOrder } from '@/lib/wallet/wallet-order'
import type { Context } from './context'
import { orderLinks } from './order-links'
import { canSign, openIdentity } from './wallet-identity'

/** Wallet lays pictures out at 300 pixels and more than a few make a heavy file. */
const PICTURE_PIXELS = 300
const MOST_PICTURES = 10

const fileOf = (index: number): string => `item-${index + 1}.png`

const toPng = (content: Uint8Array): Promise<Buffer> =>
  sharp(content)
    .resize(PICTURE_PIXELS, PICTURE_PIXELS, { fit: 'contain', background: '#ffffff' })
    .flatten({ background: '#ffffff' })
    .png()
    .toBuffer()

/** Our copies of the first lines' pictures, as files of the bundle, by the line's id. */
async function picturesOf({ db }: Context, shopId: ShopId, lines: readonly ItemRow[]) {
  const shown = lines.filter(({ media }) => media !== null).slice(0, MOST_PICTURES)
  const contents = await withShop(db, shopId, async (tx) => {
    const found: (Uint8Array | null)[] = []
    for (const { media } of shown) found.push(media && (await findMediaContent(tx, shopId, media.id)))
    return found
  })
  const files = await Promise.all(
    contents.map(async (content, index) =>
      content ? { name: fileOf(index), png: await toPng(content) } : null,
    ),
  )
  return new Map(shown.flatMap(({ id }, index) => (files[index] ? [[id, files[index]] as const] : [])))
}

type BundleFacts = {
  shop: Shop
  locale: Locale
  order: OrderRow
  /** Draws the shop's mark, PNG. */
  drawLogo: () => Promise<Uint8Array>
}

/**
 * An order as a signed Apple Wallet bundle (`application/vnd.apple.order`); null where the shop has no certificate that
 * can sign now.
 */
export async function signOrderBundle(
  context: Context,
  { shop, locale, order, drawLogo }: BundleFacts,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const now = context.now()
  const row = await withShop(context.db, shop.id, (tx) => findWalletCertificate(tx, shop.id))
  if (!canSign(row, context.keyring, now)) return null
  const pictures = await picturesOf(context, shop.id, order.lines)
  const item = ({ id, title, variant, quantity }: ItemRow): WalletItem => {
    const image = pictures.get(id)?.name
    return { title, quantity, ...(variant && { subtitle: variant }), ...(image && { image }) }
  }
  const json = walletOrder({
    shop,
    orderTypeIdentifier: row.orderTypeIdentifier,
    merchantIdentifier: row.merchantIdentifier,
    order: { ...order, placedAt: new Date(order.placedAt), updatedAt: new Date(order.updatedAt) },
    url: orderLinks(context, shop, order.id, locale, order.scope).order,
    items: order.lines.map(item),
    spoken: order.parcels.map((parcel) => speakParcel(shop, locale, parcel, now)),
    contents: order.parcels.map((_, index) => contentsOf(order.lines, order.parcels, index).map(item)),
    hasRest: linesLeft(order.lines, order.parcels).length > 0,
  })
  const files: BundleFiles = {
    'order.json': Buffer.from(JSON.stringify(json)),
    'logo.png': await drawLogo(),
    ...Object.fromEntries([...pictures.values()].map(({ name, png }) => [name, png])),
  }
  const manifest = manifestOf(files)
  return packBundle(files, manifest, await signDetached(manifest, openIdentity(context.keyring, row), now))
}
