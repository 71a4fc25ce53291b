import { returnAction } from '@/app/_server/returns/return-action'
import { approveSchema } from '@/lib/api/schemas/return-action-schema'
import { releasePayments } from '@/lib/services/returns/money/release-payments'

export const POST = returnAction(approveSchema, ({ context, shopId, ref, by }) =>
  releasePayments(context, shopId, ref, by),
)
