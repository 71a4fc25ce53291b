import { returnAction } from '@/app/_server/returns/return-action'
import { unavailableSchema } from '@/lib/api/schemas/return-action-schema'
import { reportUnavailable } from '@/lib/services/returns/stock/report-unavailable'

export const POST = returnAction(unavailableSchema, ({ context, shopId, ref, body: { key } }) =>
  reportUnavailable(context, shopId, ref.number, key),
)
