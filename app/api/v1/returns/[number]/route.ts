import { merchantHandler } from '@/app/_server/merchant-handler'
import { type NumberParams, showMerchantReturn } from '@/app/_server/returns/merchant-return'
import { decodeSegment } from '@/app/_server/segment'

export const GET = merchantHandler<NumberParams>(
  (call) => showMerchantReturn(call, decodeSegment(call.params.number)),
  { warehouse: true },
)
