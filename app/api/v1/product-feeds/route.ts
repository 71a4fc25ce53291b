import { merchantHandler } from '@/app/_server/merchant-handler'
import { listProductFeeds } from '@/db/queries/list-product-feeds'
import { withShop } from '@/db/with-shop'
import { feedJson } from '@/lib/services/catalogue/feed-json'

export const GET = merchantHandler(async ({ context, shopId }) => {
  const feeds = await withShop(context.db, shopId, (tx) => listProductFeeds(tx, shopId))
  return Response.json({ feeds: feeds.map(feedJson) }, { headers: { 'cache-control': 'no-store' } })
})
