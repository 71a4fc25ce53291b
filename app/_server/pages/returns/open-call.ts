import type { Page } from '@/app/_server/document-handler'
import { messageDocument } from '@/app/_server/message-document'
import { seeOther } from '@/app/_server/see-other'
import { openDraft } from '@/lib/services/returns/open-draft'
import { addressesOf } from '@/lib/shops/addresses'
import type { DraftCall, DraftParams } from './draft-call'
import { voiceOf } from './step-page-facts'

/** The draft behind a link; or the answer where there is none, or where it has become a return. */
export async function openCall(page: Page<DraftParams>): Promise<DraftCall | Response> {
  const { request, context, shop, locale, stand, params } = page
  const view = await openDraft(context, shop, params.draft)
  if (!view) return messageDocument(request, 'unknownLink', { shop, locale, stand })
  const addresses = addressesOf(stand)
  if (view.sent) return seeOther(page, addresses.return(locale, view.sent.token, view.sent.number))
  const voice = voiceOf(page, { currency: view.currency, gift: view.draft.gift })
  return { page, token: params.draft, view, voice, addresses }
}
