import { hostJson } from '@/app/_server/host-json'
import { hostOf } from '@/app/_server/host-of'
import { merchantHandler } from '@/app/_server/merchant-handler'
import { problem } from '@/app/_server/problem'
import { verifyHost } from '@/lib/services/verify-host'

export const POST = merchantHandler<{ host: string }>(async ({ context, shopId, params }) => {
  const host = hostOf(params.host)
  if (!host) return problem('not_found')
  const verified = await verifyHost(context, shopId, host)
  if (verified.ok)
    return Response.json(hostJson(context, shopId, verified.value), {
      headers: { 'cache-control': 'no-store' },
    })
  const { error } = verified
  if (error.code !== 'host_unproven') return problem(error.code, { detail: host })
  return problem('host_unproven', {
    detail: 'One of the two is enough.',
    errors: error.faults.map(({ place, code, detail }) => ({ pointer: `/proof/${place}`, code, detail })),
  })
})
