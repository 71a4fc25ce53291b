import { z } from 'zod'
import { merchantHandler } from '@/app/_server/merchant-handler'
import { problem } from '@/app/_server/problem'
import { handleCare } from '@/lib/services/care/handle-care'

export const POST = merchantHandler<{ entry: string }>(async ({ context, shopId, params, by }) => {
  const id = z.uuid().safeParse(params.entry)
  if (!id.success || !(await handleCare(context, shopId, id.data, by.name))) return problem('not_found')
  return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } })
})
