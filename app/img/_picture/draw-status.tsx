import { ImageResponse } from '@vercel/og'
import sharp from 'sharp'
import { pictureText } from '@/app/_server/picture-text'
import { shareFonts } from '@/app/_server/share-fonts'
import { STATUS_SIZE, StatusImage } from '@/components/page/status-image'
import type { StatusPicture } from '@/components/page/status-picture'
import { schemeColours } from '@/lib/shops/brand-colours'
import type { Shop } from '@/lib/shops/shop'

/** A few flat colours and the edges of letters. */
const PALETTE = 64
const RADIUS_SCALE = 2

const optional = (text: string | null): string | null => text && pictureText(text)

/** Draws an order's picture in its shop's colours and type: a PNG of some tens of kilobytes; tens of milliseconds. */
export async function drawStatus(
  shop: Pick<Shop, 'brand' | 'slug'>,
  picture: StatusPicture,
): Promise<Buffer> {
  const { tones } = schemeColours(shop.brand.light, 'field')
  const shown: StatusPicture = {
    ...picture,
    shop: pictureText(picture.shop) || shop.slug,
    headline: pictureText(picture.headline),
    note: optional(picture.note),
    asOf: optional(picture.asOf),
  }
  const image = new ImageResponse(
    <StatusImage picture={shown} colours={tones[picture.tone]} radius={shop.brand.radius * RADIUS_SCALE} />,
    { ...STATUS_SIZE, fonts: await shareFonts(shop.brand) },
  )
  return sharp(await image.arrayBuffer())
    .png({ palette: true, colours: PALETTE, compressionLevel: 9 })
    .toBuffer()
}
