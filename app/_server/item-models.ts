import type { ItemModel } from '@/components/parcel/view-model'
import type { ItemRow } from '@/db/queries/read-order'
import { mediaAddress } from '@/lib/shops/addresses'

/** An order's line as a page shows it, with our copy of its picture. */
export const itemModel =
  (slug: string) =>
  ({ id, title, variant, quantity, url, media }: ItemRow): ItemModel => ({
    id,
    title,
    variant,
    quantity,
    url,
    picture: media && { src: mediaAddress(slug, media.id), width: media.width, height: media.height },
  })
