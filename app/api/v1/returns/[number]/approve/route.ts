import { returnAction } from '@/app/_server/returns/return-action'
import { approveSchema } from '@/lib/api/schemas/return-action-schema'
import { approveReturn } from '@/lib/services/returns/approve-return'

export const POST = returnAction(approveSchema, ({ context, shopId, ref, by }) =>
  approveReturn(context, shopId, ref, by),
)
