import { merchantHandler } from '@/app/_server/merchant-handler'
import { problem } from '@/app/_server/problem'
import { feedNameSchema } from '@/lib/catalogue/feed-body'
import { requestFeed } from '@/lib/services/catalogue/request-feed'

export const POST = merchantHandler<{ name: string }>(async ({ context, shopId, params }) => {
  const name = feedNameSchema.safeParse(params.name)
  if (!name.success) return problem('not_found')
  const requested = await requestFeed(context, shopId, name.data)
  return requested.ok ? new Response(null, { status: 202 }) : problem(requested.error)
})
