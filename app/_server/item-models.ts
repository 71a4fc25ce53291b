import type { ItemModel } from '@/components/parcel/view-model'
import type { ItemRow } from '@/db/queries/read-order'
import { mediaAddress, onSameHost, type Stand } from '@/lib/shops/addresses'

/** An order's line as a page shows it, with our copy of its picture. */
export const itemModel =
  (slug: string, stand: Stand) =>
  ({ id, title, variant, quantity, url, media }: ItemRow): ItemModel => ({
    id,
    title,
    variant,
    quantity,
    url,
    picture: media && {
      src: onSameHost(stand, mediaAddress(slug, media.id)),
      width: media.width,
      height: media.height,
    },
  })
