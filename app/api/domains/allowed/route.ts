import { apiHandler } from '@/app/_server/api-handler'
import { findShopByHost } from '@/app/_server/whose-host'
import { getContext } from '@/lib/context'
import { readHost } from '@/lib/shops/host'

const answer = (status: 200 | 404): Response =>
  new Response(null, { status, headers: { 'cache-control': 'no-store' } })

/** Whether a certificate may be had for a name: asked by Caddy before each, https://caddyserver.com/docs/automatic-https#on-demand-tls */
export const GET = apiHandler<Record<string, never>>(async (request) => {
  const host = readHost(new URL(request.url).searchParams.get('domain'))
  return answer(host && (await findShopByHost(await getContext(), host)) ? 200 : 404)
})
