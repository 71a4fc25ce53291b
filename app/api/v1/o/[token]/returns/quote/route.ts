import { apiLocale } from '@/app/_server/api-locale'
import { IMAGES_LIMIT_BYTES, readJson } from '@/app/_server/read-json'
import {
  actOnOrder,
  PRIVATE_HEADERS,
  shopOfToken,
  type TokenParams,
} from '@/app/_server/returns/act-on-order'
import { quoteAnswer } from '@/app/_server/returns/quote-answer'
import { requestRefused } from '@/app/_server/returns/request-refusal'
import { shopperHandler } from '@/app/_server/shopper-handler'
import { quoteRequestSchema } from '@/lib/api/schemas/return-request-schema'
import { translator } from '@/lib/i18n/translator'
import { dayIn } from '@/lib/returns/add-days'
import { fillRequest } from '@/lib/services/returns/fill-request'

const handlers = shopperHandler<TokenParams>(
  shopOfToken,
  {
    POST: async ({ context, request, params: { token } }) => {
      const acted = await actOnOrder(context, token)
      if (!acted.ok) return acted.error
      const { shop, order } = acted.value
      const body = await readJson(request, quoteRequestSchema, IMAGES_LIMIT_BYTES)
      if (!body.ok) return body.error
      const talk = translator(shop, apiLocale(request, shop, order.locale))
      const filled = await fillRequest(context, shop, order.id, body.value)
      const refuse = (error: Parameters<typeof requestRefused>[0]) =>
        requestRefused(error, talk, dayIn(context.now(), shop.timeZone))
      if (!filled.ok) return refuse(filled.error)
      const answer = quoteAnswer(filled.value, shop, talk, context.now())
      if (answer) return Response.json(answer, { headers: PRIVATE_HEADERS })
      const { view, pointers } = filled.value
      return refuse({ code: 'not_eligible', refusals: view.decision.refusals, pointers })
    },
  },
  { limitBytes: IMAGES_LIMIT_BYTES },
)

export const POST = handlers.POST
export const OPTIONS = handlers.OPTIONS
