import { documentHandler } from '@/app/_server/document-handler'
import { orderPage } from '@/app/_server/kept-orders'
import { messageDocument } from '@/app/_server/message-document'
import { documentResponse } from '@/app/_server/render-document'

export const GET = documentHandler<{ shop: string; locale: string; token: string }>(
  async ({ request, params, context, shop, locale }) => {
    const page = await orderPage(context, shop, locale, { kind: 'hosted', slug: shop.slug }, params.token)
    if (!page) return messageDocument(request, 'unknownLink', { shop, locale })
    return documentResponse(page, { headers: { 'x-robots-tag': 'noindex' } })
  },
)
