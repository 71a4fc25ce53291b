import { merchantHandler } from '@/app/_server/merchant-handler'
import { readQuery } from '@/app/_server/read-query'
import { listFeedback } from '@/db/queries/list-feedback'
import { withShop } from '@/db/with-shop'
import { type FeedbackList, feedbackQuerySchema } from '@/lib/api/schemas/feedback-schema'
import { cursorOf } from '@/lib/api/schemas/return-query-schema'

export const GET = merchantHandler(async ({ context, shopId, request }) => {
  const query = readQuery(request, feedbackQuerySchema)
  if (!query.ok) return query.error
  const { kind, from, to, cursor, limit } = query.value
  const rows = await withShop(context.db, shopId, (tx) =>
    listFeedback(tx, shopId, { kind, from, to, after: cursor, limit: limit + 1 }),
  )
  const page = rows.slice(0, limit).map(({ createdAt, ...row }) => ({ ...row, at: createdAt.toISOString() }))
  const last = page.at(-1)
  const list: FeedbackList = {
    feedback: page.map(({ id: _, ...row }) => row),
    next: rows.length > limit && last ? cursorOf({ createdAt: last.at, id: last.id }) : null,
  }
  return Response.json(list, { headers: { 'cache-control': 'no-store' } })
})
