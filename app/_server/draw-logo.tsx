import { ImageResponse } from '@vercel/og'
import { pictureText } from '@/app/_server/picture-text'
import { shareFonts } from '@/app/_server/share-fonts'
import { schemeColours } from '@/lib/shops/brand-colours'
import type { Shop } from '@/lib/shops/shop'

const EDGE_PIXELS = 300

/** A shop's mark as Wallet shows it: its initial on its colour. */
export async function drawLogo(shop: Pick<Shop, 'brand' | 'name' | 'slug'>): Promise<Uint8Array> {
  const { accent, onAccent } = schemeColours(shop.brand.light, 'field')
  const [initial = ''] = pictureText(shop.name) || shop.slug
  const image = new ImageResponse(
    <div
      style={{
        width: '100%',
        height: '100%',
        display: 'flex',
        alignItems: 'center',
        justifyContent: 'center',
        background: accent,
        color: onAccent,
        fontFamily: 'heading',
        fontSize: 190,
      }}
    >
      {initial.toUpperCase()}
    </div>,
    { width: EDGE_PIXELS, height: EDGE_PIXELS, fonts: await shareFonts(shop.brand) },
  )
  return new Uint8Array(await image.arrayBuffer())
}
