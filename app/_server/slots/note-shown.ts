import type { Source } from '@/lib/measuring/source'
import type { Context } from '@/lib/services/context'
import { noteSlots } from '@/lib/services/measuring/note-slots'
import type { Shop } from '@/lib/shops/shop'

/** What a browser asks for when somebody opens a page; another's tell is missing. */
const OPENED = new Set(['document', 'iframe', 'frame'])

/** An open page that looks for news, or a browser that fetches ahead, shows nobody anything new. */
const isOpened = ({ headers }: Request): boolean =>
  OPENED.has(headers.get('sec-fetch-dest') ?? 'document') &&
  !/prefetch|prerender/.test(headers.get('sec-purpose') ?? headers.get('purpose') ?? '')

/** Counts the slots of a page that somebody has opened: not who. */
export function noteShown(context: Context, shop: Shop, request: Request, shown: readonly Source[]): void {
  if (request.method === 'GET' && isOpened(request)) noteSlots(context, shop, 'views', shown)
}
