import { withShop } from '@/db/with-shop'
import type { QuoteRequest } from '@/lib/api/schemas/return-request-schema'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Locale } from '@/lib/i18n/locales'
import type { Draft } from '@/lib/returns/draft'
import type { DraftProblem } from '@/lib/returns/draft-change'
import { quoteFingerprint } from '@/lib/returns/quote-fingerprint'
import type { Filled } from '@/lib/returns/request/fill-draft'
import type { Context } from '@/lib/services/context'
import type { Shop } from '@/lib/shops/shop'
import { addDraftPhotos } from './add-draft-photos'
import { fillRequest, type RequestRefusal } from './fill-request'
import { lockDraftToChange } from './lock-draft'
import { saveDraft } from './save-draft'
import { type SendError, sendReturn } from './send-return'
import { startDraft } from './start-draft'
import type { Sender } from './write-return'

type Pointers = Filled['pointers']

export type RequestError =
  | RequestRefusal
  | { code: 'invalid'; error: DraftProblem[]; pointers: Pointers }
  | (Exclude<SendError, { code: 'unknown_draft' | 'stale' | 'not_complete' }> & { pointers: Pointers })

export type AskedReturn = {
  request: QuoteRequest
  /** The sum that was seen; left out by whoever sees none: a merchant who sends it for the shopper. */
  seen?: string
  /** The language that the shopper reads; null: the order's. */
  locale: Locale | null
  by: Sender
}

const FIRST_VERSION = 1

/** Keeps what a request has chosen as a draft of its own. */
async function keepDraft(context: Context, shop: Shop, token: string, draft: Draft): Promise<number> {
  return withShop(context.db, shop.id, async (tx) => {
    const row = await lockDraftToChange(tx, shop, token, FIRST_VERSION, context.now())
    if (!row.ok) throw new Error(`a draft that was just made is ${row.error.code}`)
    return (await saveDraft(tx, shop.id, row.value, draft, context.now())).version
  })
}

/**
 * Asks for a return in one go: its items, outcomes and way back are answered like the steps' forms, photos are made anew, and the
 * draft that holds them is sent. What is refused leaves no return behind; a draft without one is forgotten by itself.
 */
export async function requestReturn(
  context: Context,
  shop: Shop,
  orderId: string,
  { request, seen, locale, by }: AskedReturn,
): Promise<Result<{ number: string; token: string }, RequestError>> {
  const filled = await fillRequest(context, shop, orderId, request)
  if (!filled.ok) return filled
  const { view, keys, pointers } = filled.value
  const sum = view.quote && quoteFingerprint(view.quote)
  if (seen !== undefined && seen !== sum) return fail({ code: 'quote_changed', pointers })

  const { token } = await startDraft(context, shop, { orderId, gift: false })
  let version = await keepDraft(context, shop, token, view.draft)
  for (const [place, { photos }] of request.items.entries()) {
    if (photos.length === 0) continue
    const files = photos.map((photo) => Buffer.from(photo, 'base64'))
    // Pieces that were split off are items of their own, and each asks for its photos.
    for (const key of keys[place] ?? []) {
      const added = await addDraftPhotos(context, shop, token, { version, key, files })
      if (!added.ok && added.error.code === 'invalid')
        return fail({ code: 'invalid', error: added.error.problems, pointers })
      if (!added.ok) throw new Error(`a draft of one's own is ${added.error.code}`)
      version = added.value.version
    }
  }
  const sent = await sendReturn(context, shop, token, {
    version,
    seen: seen ?? sum ?? '',
    ...(locale && { locale }),
    by,
  })
  if (sent.ok) return ok(sent.value)
  const { error } = sent
  if (error.code === 'not_complete') return fail({ code: 'invalid', error: error.problems, pointers })
  if (error.code === 'unknown_draft' || error.code === 'stale')
    throw new Error(`a draft of one's own is ${error.code}`)
  return fail({ ...error, pointers })
}
