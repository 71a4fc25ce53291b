import type { Framing } from '@/lib/embed/framing'
import { readLook } from '@/lib/embed/page-look'
import { onSameHost, type Stand } from '@/lib/shops/addresses'
import type { Shop } from '@/lib/shops/shop'

/** Who may frame a document, and with what look it stands there; null where nobody may. */
export const framingOf = (request: Request, stand: Stand, shop: Shop): Framing | null =>
  stand.kind === 'embedded'
    ? {
        origins: shop.embedOrigins,
        look: readLook(new URL(request.url).searchParams),
        root: onSameHost(stand, '/e/'),
      }
    : null
