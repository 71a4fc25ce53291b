import { apiDescription, SERVICE_BODIES } from '@/app/_server/api-description'
import { apiHandler } from '@/app/_server/api-handler'
import { apiGroups } from '@/app/_server/api-page-model'
import { documentResponse, renderDocument } from '@/app/_server/render-document'
import { API_CSS } from '@/components/api/api-css'
import { ApiPage } from '@/components/api/api-page'
import { operations } from '@/lib/api/operations'
import { keptBrandCss } from '@/lib/shops/kept-brand-css'
import { neutralShop } from '@/lib/shops/neutral-shop'

/** Names this server's address, which isn't known while building. */
export const dynamic = 'force-dynamic'

/** The API for people. */
export const GET = apiHandler<Record<string, never>>(async () => {
  const { info, servers } = apiDescription()
  const styles = [keptBrandCss(neutralShop(servers[0].url).brand), API_CSS]
  const page = (
    <ApiPage
      styles={styles}
      introduction={info.description}
      descriptionHref="openapi.json"
      groups={apiGroups(operations(SERVICE_BODIES))}
    />
  )
  return documentResponse(await renderDocument(page, styles), { headers: { 'cache-control': 'no-cache' } })
})
