import { merchantHandler } from '@/app/_server/merchant-handler'
import { readJson } from '@/app/_server/read-json'
import { readConsentSettings } from '@/db/queries/read-consents'
import { withShop } from '@/db/with-shop'
import { consentSettingsSchema } from '@/lib/consent/settings'
import { writeConsentSettings } from '@/lib/services/consent/write-consent-settings'

const HEADERS = { 'cache-control': 'no-store' }

export const GET = merchantHandler(async ({ context, shopId }) => {
  const settings = await withShop(context.db, shopId, (tx) => readConsentSettings(tx, shopId))
  return Response.json(settings, { headers: HEADERS })
})

export const PUT = merchantHandler(async ({ context, shopId, request }) => {
  const body = await readJson(request, consentSettingsSchema)
  if (!body.ok) return body.error
  return Response.json(await writeConsentSettings(context, shopId, body.value), { headers: HEADERS })
})
