import { z } from 'zod'
import { merchantHandler } from '@/app/_server/merchant-handler'
import { problem } from '@/app/_server/problem'
import { resendMessage } from '@/lib/services/resend-message'

export const POST = merchantHandler<{ message: string }>(async ({ context, shopId, params }) => {
  const id = z.uuid().safeParse(params.message)
  if (!id.success || !(await resendMessage(context, shopId, id.data)).ok) return problem('not_found')
  return new Response(null, { status: 202, headers: { 'cache-control': 'no-store' } })
})
