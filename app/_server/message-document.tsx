import { type MessageKind, MessagePage } from '@/components/page/message-page'
import { env } from '@/lib/env'
import type { Locale } from '@/lib/i18n/locales'
import { negotiateLocale } from '@/lib/i18n/negotiate-locale'
import type { Stand } from '@/lib/shops/addresses'
import { neutralShop } from '@/lib/shops/neutral-shop'
import type { Shop } from '@/lib/shops/shop'
import { framingOf } from './framing-of'
import { makeFrame } from './make-frame'
import { originOf } from './origin-of'
import { documentResponse, renderDocument } from './render-document'
import { standOf } from './stand-of'

export const MESSAGE_STATUS = {
  notFound: 404,
  unknownLink: 404,
  unknownShop: 404,
  unknownNumber: 404,
  tooMany: 429,
  badRequest: 400,
  busy: 503,
  unavailable: 503,
  error: 500,
} as const satisfies Record<MessageKind, number>

type MessageOptions = {
  /** Null: no shop is known, a neutral page answers. */
  shop: Shop | null
  locale: Locale | null
  /** Where the shop's pages stand; left out: outside of frames. */
  stand?: Stand
  minutes?: number
  headers?: Record<string, string>
}

/** Errors are documents too: in the shop's look and language as far as both are known, with the right status. */
export async function messageDocument(
  request: Request,
  kind: MessageKind,
  { shop, locale, stand: given, minutes, headers = {} }: MessageOptions,
): Promise<Response> {
  const speaker = shop ?? neutralShop(env().url)
  const language =
    locale ?? negotiateLocale({ acceptLanguage: request.headers.get('accept-language'), shop: speaker })
  const stand = given ?? standOf(request, speaker.slug)
  const frame = makeFrame({
    shop: speaker,
    locale: language,
    stand,
    origin: originOf(request),
    sameIn: null,
    share: 'pending.unknown',
    islands: [],
    indexed: false,
  })
  const status = MESSAGE_STATUS[kind]
  const page = (
    <MessagePage frame={frame} kind={kind} status={status} {...(minutes !== undefined && { minutes })} />
  )
  return documentResponse(await renderDocument(page, frame.styles), {
    status,
    headers: { 'x-robots-tag': 'noindex', ...headers },
    framing: framingOf(request, stand, speaker),
  })
}
