import { merchantHandler } from '@/app/_server/merchant-handler'
import { problem } from '@/app/_server/problem'
import { readJson } from '@/app/_server/read-json'
import { readReturnSettings } from '@/db/queries/read-return-settings'
import { withShop } from '@/db/with-shop'
import { returnSettingsBodySchema } from '@/lib/api/schemas/return-settings-schema'
import { returnSettingsJson, writeReturnSettings } from '@/lib/services/returns/write-return-settings'

const HEADERS = { 'cache-control': 'no-store' }

export const GET = merchantHandler(async ({ context, shopId }) => {
  const { settings, secrets } = await withShop(context.db, shopId, (tx) => readReturnSettings(tx, shopId))
  return Response.json(returnSettingsJson(settings, secrets), { headers: HEADERS })
})

export const PUT = merchantHandler(async ({ context, shopId, request }) => {
  const body = await readJson(request, returnSettingsBodySchema)
  if (!body.ok) return body.error
  const written = await writeReturnSettings(context, shopId, body.value)
  if (!written.ok) return problem('invalid_body', { errors: written.error })
  return Response.json(written.value, { headers: HEADERS })
})
