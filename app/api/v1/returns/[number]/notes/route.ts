import { returnAction } from '@/app/_server/returns/return-action'
import { noteSchema } from '@/lib/api/schemas/return-action-schema'
import { noteReturn } from '@/lib/services/returns/note-return'

export const POST = returnAction(noteSchema, ({ context, shopId, ref, by, body }) =>
  noteReturn(context, shopId, ref, { ...by, reason: body.text }),
)
