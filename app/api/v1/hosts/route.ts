import { hostJson } from '@/app/_server/host-json'
import { merchantHandler } from '@/app/_server/merchant-handler'
import { problem } from '@/app/_server/problem'
import { readJson } from '@/app/_server/read-json'
import { listHosts } from '@/db/queries/read-hosts'
import { withShop } from '@/db/with-shop'
import { addHost, hostBodySchema } from '@/lib/services/add-host'

const HEADERS = { 'cache-control': 'no-store' }

export const GET = merchantHandler(async ({ context, shopId }) => {
  const rows = await withShop(context.db, shopId, (tx) => listHosts(tx, shopId))
  return Response.json({ hosts: rows.map((row) => hostJson(context, shopId, row)) }, { headers: HEADERS })
})

export const POST = merchantHandler(async ({ context, shopId, request }) => {
  const body = await readJson(request, hostBodySchema)
  if (!body.ok) return body.error
  const { host } = body.value
  const added = await addHost(context, shopId, host)
  if (!added.ok) return problem(added.error.code, { detail: host })
  const { row, created } = added.value
  const headers = { ...HEADERS, location: `${context.origin}/api/v1/hosts/${host}` }
  return Response.json(hostJson(context, shopId, row), { status: created ? 201 : 200, headers })
})
