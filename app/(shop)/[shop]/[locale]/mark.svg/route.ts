import { apiHandler } from '@/app/_server/api-handler'
import { problem } from '@/app/_server/problem'
import { findShopPage } from '@/app/_server/shop-page'
import { shopIcon } from '@/components/page/shop-icon'

export const GET = apiHandler<{ shop: string; locale: string }>(async (_request, params) => {
  const { shop } = await findShopPage(params.shop, params.locale)
  if (!shop) return problem('not_found')
  return new Response(shopIcon(shop), {
    headers: {
      'content-type': 'image/svg+xml',
      'cache-control': 'public, max-age=86400',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
      'x-content-type-options': 'nosniff',
    },
  })
})
