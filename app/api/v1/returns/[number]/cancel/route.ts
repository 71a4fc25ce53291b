import { returnAction } from '@/app/_server/returns/return-action'
import { cancelSchema } from '@/lib/api/schemas/return-action-schema'
import { cancelReturn } from '@/lib/services/returns/cancel-return'

export const POST = returnAction(cancelSchema, ({ context, shopId, ref, by, body }) =>
  cancelReturn(context, shopId, ref, { ...by, reason: body.reason ?? null }),
)
