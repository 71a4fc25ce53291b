import type { Page } from '@/app/_server/document-handler'
import { messageDocument } from '@/app/_server/message-document'
import { openOrder } from '@/app/_server/open-order'
import { readForm } from '@/app/_server/read-form'
import { redirectTo } from '@/app/_server/redirect'
import { seeOther } from '@/app/_server/see-other'
import { readAnswer } from '@/lib/feedback/answer'
import { hasArrived } from '@/lib/feedback/has-arrived'
import { giveFeedback } from '@/lib/services/feedback/give-feedback'
import { addressesOf } from '@/lib/shops/addresses'

export type FeedbackPage = Page<{ shop: string; locale: string; token: string }>

/** Nothing is shown here: who comes back to it is led to the order. */
export async function leaveFeedback({ locale, stand, params }: FeedbackPage): Promise<Response> {
  return redirectTo(addressesOf(stand).order(locale, params.token), { status: 303 })
}

/** Back to the order, where the slot thanks. */
function answered(page: FeedbackPage, at: string | null): Response {
  const { stand, locale, params } = page
  const response = seeOther(page, addressesOf(stand).order(locale, params.token))
  if (at !== null && /^[a-z0-9-]{1,80}$/.test(at))
    response.headers.set('location', `${response.headers.get('location')}#${at}`)
  return response
}

/** Takes how it was, from who may act for the buyer, once everything has arrived; a second answer changes nothing. */
export async function takeFeedback(page: FeedbackPage): Promise<Response> {
  const { request, context, shop, locale, stand, params } = page
  const around = { shop, locale, stand }
  const opened = await openOrder(context, params.token)
  if (opened?.shop.id !== shop.id || opened.order.scope !== 'act')
    return messageDocument(request, 'unknownLink', around)
  const form = await readForm(request)
  const answer = form && readAnswer(form)
  if (!form || !answer || !hasArrived(opened.order.parcels))
    return messageDocument(request, 'badRequest', around)
  await giveFeedback(context, shop.id, { order: opened.order, answer, locale })
  return answered(page, form.get('at'))
}
