import { merchantHandler } from '@/app/_server/merchant-handler'
import { readQuery } from '@/app/_server/read-query'
import { listProductImports } from '@/db/queries/list-product-imports'
import { withShop } from '@/db/with-shop'
import { importQuerySchema } from '@/lib/api/schemas/product-schema'

export const GET = merchantHandler(async ({ context, shopId, request }) => {
  const query = readQuery(request, importQuerySchema)
  if (!query.ok) return query.error
  const list = await withShop(context.db, shopId, (tx) => listProductImports(tx, shopId, query.value))
  return Response.json(list, { headers: { 'cache-control': 'no-store' } })
})
