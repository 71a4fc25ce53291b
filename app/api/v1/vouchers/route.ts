import { merchantHandler } from '@/app/_server/merchant-handler'
import { readQuery } from '@/app/_server/read-query'
import { listVouchers } from '@/db/queries/list-vouchers'
import { withShop } from '@/db/with-shop'
import { voucherQuerySchema } from '@/lib/api/schemas/care-schema'

export const GET = merchantHandler(async ({ context, shopId, request }) => {
  const query = readQuery(request, voucherQuerySchema)
  if (!query.ok) return query.error
  const { after, limit } = query.value
  const list = await withShop(context.db, shopId, (tx) =>
    listVouchers(tx, shopId, { after: after ?? null, limit }),
  )
  return Response.json(list, { headers: { 'cache-control': 'no-store' } })
})
