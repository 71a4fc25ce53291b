import { LRUCache } from 'lru-cache'
import { after } from 'next/server'
import type { ShopId } from '@/lib/core/ids'
import { requestProductPictures } from '@/lib/services/catalogue/request-product-pictures'
import type { Context } from '@/lib/services/context'
import { fetchMedia } from '@/lib/services/fetch-media'

const HOUR_MS = 3_600_000

/** Asked for not long ago: a picture that can't be had costs a page nothing. */
const asked = new LRUCache<string, true>({ max: 20_000, ttl: HOUR_MS })

/** Fetches our copies of the pictures of products that were shown without one, after the answer. */
export function fetchProductPictures(context: Context, shopId: ShopId, productIds: readonly string[]): void {
  const fresh = productIds.filter((id) => !asked.has(`${shopId} ${id}`))
  if (fresh.length === 0) return
  for (const id of fresh) asked.set(`${shopId} ${id}`, true)
  after(async () => {
    for (const picture of await requestProductPictures(context, shopId, fresh))
      await fetchMedia(context, shopId, picture)
  })
}
