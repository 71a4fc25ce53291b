import { merchantHandler } from '@/app/_server/merchant-handler'
import { listVoucherRules } from '@/db/queries/list-voucher-rules'
import { withShop } from '@/db/with-shop'

export const GET = merchantHandler(async ({ context, shopId }) => {
  const rules = await withShop(context.db, shopId, (tx) => listVoucherRules(tx, shopId))
  return Response.json({ rules }, { headers: { 'cache-control': 'no-store' } })
})
