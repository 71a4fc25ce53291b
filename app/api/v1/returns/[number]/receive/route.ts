import { returnAction } from '@/app/_server/returns/return-action'
import { receiveSchema } from '@/lib/api/schemas/return-action-schema'
import { receiveReturn } from '@/lib/services/returns/receive-return'

export const POST = returnAction(
  receiveSchema,
  ({ context, shopId, ref, by, body: { items, box, complete } }) =>
    receiveReturn(context, shopId, ref, by, {
      ...(items && { items }),
      ...(box != null && { box }),
      complete,
    }),
  { warehouse: true },
)
