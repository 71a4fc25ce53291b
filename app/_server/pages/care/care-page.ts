import type { Page } from '@/app/_server/document-handler'
import { makeFrame } from '@/app/_server/make-frame'
import { messageDocument } from '@/app/_server/message-document'
import type { StepFrame } from '@/components/returns/step-page'
import type { CareOrder } from '@/db/queries/find-care-order'
import { type Talk, translator } from '@/lib/i18n/translator'
import { openCare } from '@/lib/services/care/open-care'
import { addressesOf } from '@/lib/shops/addresses'
import { askWho } from './ask-who'

type Params = { shop: string; locale: string; token: string }

/** Which of the two pages. */
export type CarePart = 'address' | 'wishes'

/** A request about an order that its link has opened, by somebody who may act on it. */
export type CarePage = Page<Params> & {
  part: CarePart
  order: CareOrder
  talk: Talk
  /** The page's own address, and the order's. */
  self: string
  back: string
}

/** Opens the order first. A link that only shows a parcel asks once for the order's e-mail address. */
export const carePage =
  (
    part: CarePart,
    handle: (page: CarePage) => Promise<Response>,
    others: (page: Page<Params>, part: CarePart) => Promise<Response> = askWho,
  ) =>
  async (page: Page<Params>): Promise<Response> => {
    const { request, context, shop, locale, stand, params } = page
    const order = await openCare(context, shop, params.token)
    if (!order) return messageDocument(request, 'unknownLink', { shop, locale, stand })
    if (order.scope !== 'act') return others(page, part)
    const addresses = addressesOf(stand)
    const self = addresses[part](locale, params.token)
    const back = addresses.order(locale, params.token)
    return handle({ ...page, part, order, talk: translator(shop, locale), self, back })
  }

/** Everything around one of the pages. */
export const careStep = (
  { shop, locale, stand, origin, params, part, order, talk }: CarePage,
  errors: StepFrame['errors'] = [],
): StepFrame => ({
  frame: makeFrame({
    shop,
    locale,
    stand,
    origin,
    sameIn: (other) => addressesOf(stand)[part](other, params.token),
    share: 'pending.unknown',
    islands: [],
    indexed: false,
  }),
  kicker: talk.t('care.kicker', { order: order.number }),
  way: null,
  errors,
  notice: null,
  reference: talk.t('care.kicker', { order: order.number }),
})
