import { merchantHandler } from '@/app/_server/merchant-handler'
import { readJson } from '@/app/_server/read-json'
import { readQuery } from '@/app/_server/read-query'
import { listProducts } from '@/db/queries/list-products'
import { withShop } from '@/db/with-shop'
import { productQuerySchema } from '@/lib/api/schemas/product-schema'
import { productsBodySchema } from '@/lib/catalogue/products-body'
import { writeProducts } from '@/lib/services/catalogue/write-products'

const HEADERS = { 'cache-control': 'no-store' }

export const GET = merchantHandler(async ({ context, shopId, request }) => {
  const query = readQuery(request, productQuerySchema)
  if (!query.ok) return query.error
  const list = await withShop(context.db, shopId, (tx) => listProducts(tx, shopId, query.value))
  return Response.json(list, { headers: HEADERS })
})

export const PUT = merchantHandler(async ({ context, shopId, request }) => {
  const body = await readJson(request, productsBodySchema)
  if (!body.ok) return body.error
  return Response.json(await writeProducts(context, shopId, body.value), { headers: HEADERS })
})
