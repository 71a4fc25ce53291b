import { merchantHandler } from '@/app/_server/merchant-handler'
import { IMAGES_LIMIT_BYTES } from '@/app/_server/read-json'
import { readQuery } from '@/app/_server/read-query'
import { listMerchantReturns } from '@/app/_server/returns/list-merchant-returns'
import { openForShopper } from '@/app/_server/returns/open-for-shopper'
import { returnQuerySchema } from '@/lib/api/schemas/return-query-schema'

export const GET = merchantHandler(
  async ({ context, shopId, request }) => {
    const query = readQuery(request, returnQuerySchema)
    return query.ok ? listMerchantReturns(context, shopId, request, query.value) : query.error
  },
  { warehouse: true },
)

export const POST = merchantHandler(openForShopper, { limitBytes: IMAGES_LIMIT_BYTES })
