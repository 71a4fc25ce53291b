import type { Page } from '@/app/_server/document-handler'
import { messageDocument } from '@/app/_server/message-document'
import { redirectTo } from '@/app/_server/redirect'
import { decodeSegment } from '@/app/_server/segment'
import { readGo } from '@/lib/measuring/go-link'
import { noteSlots } from '@/lib/services/measuring/note-slots'

/** A browser that only fetches ahead clicks nothing. */
const isAhead = ({ headers }: Request): boolean =>
  /prefetch|prerender/.test(headers.get('sec-purpose') ?? headers.get('purpose') ?? '')

/** Leads from a slot to the shop's own page, and counts that somebody went: not who. */
export async function showGo(page: Page<{ shop: string; locale: string; slot: string }>): Promise<Response> {
  const { request, context, shop, locale, stand, params } = page
  const query = new URL(request.url).searchParams
  const found = readGo(context.keyring, shop, decodeSegment(params.slot), query)
  if (!found) return messageDocument(request, 'unknownLink', { shop, locale, stand })
  if (request.method === 'GET' && !isAhead(request)) noteSlots(context, shop, 'clicks', [found.source])
  const answer = redirectTo(found.location)
  answer.headers.set('x-robots-tag', 'noindex, nofollow')
  return answer
}
