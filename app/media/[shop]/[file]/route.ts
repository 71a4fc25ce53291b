import { apiHandler } from '@/app/_server/api-handler'
import { problem } from '@/app/_server/problem'
import { findShopBySlug } from '@/app/_server/shop'
import { findMediaContent } from '@/db/queries/find-media'
import { withShop } from '@/db/with-shop'
import { getContext } from '@/lib/context'

const FILE = /^([0-9a-f]{32})\.webp$/

/** Our copy of a shop's picture; its address holds the hash of where it came from, so it never changes. */
export const GET = apiHandler<{ shop: string; file: string }>(async (_request, { shop: slug, file }) => {
  const id = FILE.exec(file)?.[1]
  if (!id) return problem('not_found')
  const context = await getContext()
  const shop = await findShopBySlug(context, slug)
  const content = shop && (await withShop(context.db, shop.id, (tx) => findMediaContent(tx, shop.id, id)))
  if (!content) return problem('not_found')
  return new Response(Buffer.from(content), {
    headers: {
      'content-type': 'image/webp',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'cross-origin',
    },
  })
})
