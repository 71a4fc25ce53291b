import type { Page } from '@/app/_server/document-handler'
import { messageDocument } from '@/app/_server/message-document'
import type { FollowFacts } from '@/components/returns/follow/follow-facts'
import { type Talk, translator } from '@/lib/i18n/translator'
import { addressesOf } from '@/lib/shops/addresses'
import { type OpenReturn, openReturn, type ReturnParams } from './open-return'
import { returnFacts } from './return-facts'

/** A request about a return that its link has opened. */
export type ReturnPage<P extends ReturnParams = ReturnParams> = Page<P> & {
  open: OpenReturn
  facts: FollowFacts
  talk: Talk
  /** The return's own page. */
  self: string
}

/** Opens the return first; what opens nothing is told so, whoever asks. */
export const returnPage =
  <P extends ReturnParams>(handle: (page: ReturnPage<P>) => Promise<Response>) =>
  async (page: Page<P>): Promise<Response> => {
    const { request, context, shop, locale, stand, params } = page
    const open = await openReturn(context, shop, params)
    if (!open) return messageDocument(request, 'unknownLink', { shop, locale, stand })
    const talk = translator(shop, locale)
    const facts = returnFacts(open, { shop, stand, token: params.token, talk }, context)
    const self = addressesOf(stand).return(locale, params.token, open.back.number)
    return handle({ ...page, open, facts, talk, self })
  }
