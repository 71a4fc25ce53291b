import { apiLocale } from '@/app/_server/api-locale'
import { merchantHandler } from '@/app/_server/merchant-handler'
import { problem } from '@/app/_server/problem'
import { readJson } from '@/app/_server/read-json'
import { getShopCached } from '@/app/_server/shop'
import { simulationBodySchema } from '@/lib/api/schemas/policy-schema'
import { translator } from '@/lib/i18n/translator'
import { simulationJson } from '@/lib/returns/policy/simulation/simulation-json'
import { simulateDraft } from '@/lib/services/returns/simulate-policy'

export const POST = merchantHandler(async ({ context, shopId, request }) => {
  const body = await readJson(request, simulationBodySchema)
  if (!body.ok) return body.error
  const { policy, version, days } = body.value
  const draft = policy ?? version
  if (draft === undefined) throw new Error('a body without a draft was let through')
  const shop = await getShopCached(context, shopId)
  const simulated = await simulateDraft(context, shop, { draft, days })
  if (!simulated.ok)
    return problem('invalid_body', {
      errors: [{ pointer: '/version', code: simulated.error.code, detail: `there is no version ${version}` }],
    })
  const { against, more, findings } = simulated.value
  const talk = translator(shop, apiLocale(request, shop, null))
  const voice = { talk, today: talk.when.dayOf(context.now()) }
  return Response.json(
    { against, days, more, ...simulationJson(simulated.value, voice), findings },
    { headers: { 'cache-control': 'no-store' } },
  )
})
