import { merchantHandler } from '@/app/_server/merchant-handler'
import { readJson } from '@/app/_server/read-json'
import { listVoucherPools } from '@/db/queries/list-voucher-pools'
import { withShop } from '@/db/with-shop'
import { voucherCodesBodySchema } from '@/lib/api/schemas/voucher-schema'
import { writeCodes } from '@/lib/services/care/write-codes'

const HEADERS = { 'cache-control': 'no-store' }

export const GET = merchantHandler(async ({ context, shopId }) => {
  const pools = await withShop(context.db, shopId, (tx) => listVoucherPools(tx, shopId))
  return Response.json({ pools }, { headers: HEADERS })
})

export const PUT = merchantHandler(async ({ context, shopId, request }) => {
  const body = await readJson(request, voucherCodesBodySchema)
  if (!body.ok) return body.error
  return Response.json(await writeCodes(context, shopId, body.value), { headers: HEADERS })
})
