import { merchantHandler } from '@/app/_server/merchant-handler'
import { problem } from '@/app/_server/problem'
import { readJson } from '@/app/_server/read-json'
import { feedBodySchema, feedNameSchema } from '@/lib/catalogue/feed-body'
import { removeFeed } from '@/lib/services/catalogue/remove-feed'
import { writeFeed } from '@/lib/services/catalogue/write-feed'

export const PUT = merchantHandler<{ name: string }>(async ({ context, shopId, request, params }) => {
  const name = feedNameSchema.safeParse(params.name)
  if (!name.success) return problem('not_found', { detail: name.error.issues[0]?.message ?? '' })
  const body = await readJson(request, feedBodySchema)
  if (!body.ok) return body.error
  const feed = await writeFeed(context, shopId, name.data, body.value)
  return Response.json(feed, { headers: { 'cache-control': 'no-store' } })
})

export const DELETE = merchantHandler<{ name: string }>(async ({ context, shopId, params }) => {
  const name = feedNameSchema.safeParse(params.name)
  return name.success && (await removeFeed(context, shopId, name.data))
    ? new Response(null, { status: 204 })
    : problem('not_found')
})
