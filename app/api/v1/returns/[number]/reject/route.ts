import { returnAction } from '@/app/_server/returns/return-action'
import { rejectSchema } from '@/lib/api/schemas/return-action-schema'
import { noteReturn } from '@/lib/services/returns/note-return'
import { rejectReturn } from '@/lib/services/returns/reject-return'

export const POST = returnAction(rejectSchema, async ({ context, shopId, ref, by, body }) => {
  const rejected = await rejectReturn(context, shopId, ref, { ...by, reason: body.reason })
  if (!rejected.ok || !body.note) return rejected
  return noteReturn(context, shopId, ref, { ...by, version: rejected.value.version, reason: body.note })
})
