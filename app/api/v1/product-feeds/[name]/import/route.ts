import { merchantHandler } from '@/app/_server/merchant-handler'
import { problem } from '@/app/_server/problem'
import { requestFeed } from '@/lib/services/catalogue/request-feed'

export const POST = merchantHandler<{ name: string }>(async ({ context, shopId, params }) => {
  const requested = await requestFeed(context, shopId, params.name)
  return requested.ok ? new Response(null, { status: 202 }) : problem(requested.error)
})
