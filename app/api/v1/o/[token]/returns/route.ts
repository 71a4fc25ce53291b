import { apiLocale } from '@/app/_server/api-locale'
import { etagOf, taggedJson } from '@/app/_server/etag'
import { problem } from '@/app/_server/problem'
import { IMAGES_LIMIT_BYTES, readJson } from '@/app/_server/read-json'
import {
  actOnOrder,
  PRIVATE_HEADERS,
  shopOfToken,
  type TokenParams,
} from '@/app/_server/returns/act-on-order'
import { openedAnswer } from '@/app/_server/returns/opened-answer'
import { optionsAnswer } from '@/app/_server/returns/options-answer'
import { requestRefused } from '@/app/_server/returns/request-refusal'
import { shopperHandler } from '@/app/_server/shopper-handler'
import { returnRequestSchema } from '@/lib/api/schemas/return-request-schema'
import { translator } from '@/lib/i18n/translator'
import { dayIn } from '@/lib/returns/add-days'
import { requestReturn } from '@/lib/services/returns/request-return'

const handlers = shopperHandler<TokenParams>(
  shopOfToken,
  {
    GET: async ({ context, request, params: { token } }) => {
      const acted = await actOnOrder(context, token)
      if (!acted.ok) return acted.error
      const { shop, order } = acted.value
      const options = await optionsAnswer(context, shop, apiLocale(request, shop, order.locale), order)
      if (!options) return problem('not_found', { headers: PRIVATE_HEADERS })
      return taggedJson(request, etagOf(JSON.stringify(options)), () => options, PRIVATE_HEADERS)
    },
    POST: async ({ context, request, params: { token } }) => {
      const acted = await actOnOrder(context, token)
      if (!acted.ok) return acted.error
      const { shop, order } = acted.value
      const body = await readJson(request, returnRequestSchema, IMAGES_LIMIT_BYTES)
      if (!body.ok) return body.error
      const { seen, ...choice } = body.value
      const locale = apiLocale(request, shop, order.locale)
      const by = { actor: 'shopper', name: null } as const
      const asked = await requestReturn(context, shop, order.id, { request: choice, seen, locale, by })
      if (!asked.ok)
        return requestRefused(asked.error, translator(shop, locale), dayIn(context.now(), shop.timeZone))
      return openedAnswer(context, shop, locale, asked.value)
    },
  },
  { limitBytes: IMAGES_LIMIT_BYTES },
)

export const GET = handlers.GET
export const POST = handlers.POST
export const OPTIONS = handlers.OPTIONS
