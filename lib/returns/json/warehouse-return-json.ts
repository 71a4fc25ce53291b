import { checkInAddress } from '@/lib/shops/addresses'
import type { MerchantReturnJson } from './merchant-return-types'
import type { PhotoJson } from './return-types'

/**
 * The same for a warehouse's key: without the shopper's own link in any of its addresses, since whoever has that acts as the shopper
 * and reads their credit's code. Pages and photos are those of the check-in.
 */
export function warehouseReturnJson(whole: MerchantReturnJson, origin: string): MerchantReturnJson {
  const page = `${origin}${checkInAddress(whole.number)}`
  const photo = ({ url, ...size }: PhotoJson): PhotoJson => ({
    url: `${page}/files/${url.split('/').at(-1)}`,
    ...size,
  })
  return {
    ...whole,
    action: null,
    items: whole.items.map((item) => ({
      ...item,
      photos: item.photos.map(photo),
      check: item.check && { ...item.check, photos: item.check.photos.map(photo) },
    })),
    boxes: whole.boxes.map((box) => ({ ...box, label: null })),
    links: { page, json: `${origin}/api/v1/returns/${encodeURIComponent(whole.number)}` },
  }
}
