import { merchantHandler } from '@/app/_server/merchant-handler'
import { listFailedMessages } from '@/db/queries/list-failed-messages'
import { withShop } from '@/db/with-shop'

export const GET = merchantHandler(async ({ context, shopId }) => {
  const messages = await withShop(context.db, shopId, (tx) => listFailedMessages(tx, shopId))
  return Response.json({ messages }, { headers: { 'cache-control': 'no-store' } })
})
