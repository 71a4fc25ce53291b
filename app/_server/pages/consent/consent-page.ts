import type { Page } from '@/app/_server/document-handler'
import { makeFrame } from '@/app/_server/make-frame'
import { messageDocument } from '@/app/_server/message-document'
import { peerAddress } from '@/app/_server/peer-address'
import type { StepFrame } from '@/components/returns/step-page'
import { env } from '@/lib/env'
import type { Locale } from '@/lib/i18n/locales'

type Around = {
  kicker: string
  sameIn: (locale: Locale) => string
  errors?: StepFrame['errors']
  indexed?: boolean
}

/** Everything around a page about what somebody wants to be told. */
export const consentStep = (
  { shop, locale, stand, origin }: Page,
  { kicker, sameIn, errors = [], indexed = false }: Around,
): StepFrame => ({
  frame: makeFrame({ shop, locale, stand, origin, sameIn, share: 'pending.unknown', islands: [], indexed }),
  kicker,
  way: null,
  errors,
  notice: null,
  reference: null,
})

export const unknownLink = ({ request, shop, locale, stand }: Page): Promise<Response> =>
  messageDocument(request, 'unknownLink', { shop, locale, stand })

export const badRequest = ({ request, shop, locale, stand }: Page): Promise<Response> =>
  messageDocument(request, 'badRequest', { shop, locale, stand })

/** Who is at the other end, for the log and its limits. */
export const peerOf = ({ request }: Page): string => peerAddress(request.headers, env().trustedProxies)
