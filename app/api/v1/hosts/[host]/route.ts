import { hostJson } from '@/app/_server/host-json'
import { hostOf } from '@/app/_server/host-of'
import { merchantHandler } from '@/app/_server/merchant-handler'
import { problem } from '@/app/_server/problem'
import { findHost } from '@/db/queries/read-hosts'
import { withShop } from '@/db/with-shop'
import { removeHost } from '@/lib/services/remove-host'

type Params = { host: string }

export const GET = merchantHandler<Params>(async ({ context, shopId, params }) => {
  const host = hostOf(params.host)
  const row = host && (await withShop(context.db, shopId, (tx) => findHost(tx, shopId, host)))
  if (!row) return problem('not_found')
  return Response.json(hostJson(context, shopId, row), { headers: { 'cache-control': 'no-store' } })
})

export const DELETE = merchantHandler<Params>(async ({ context, shopId, params }) => {
  const host = hostOf(params.host)
  if (!host || !(await removeHost(context, shopId, host))) return problem('not_found')
  return new Response(null, { status: 204 })
})
