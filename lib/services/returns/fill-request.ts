import { findOrdersTogether } from '@/db/queries/find-orders-together'
import { readUnkeptDraft } from '@/db/queries/read-draft'
import { withShop } from '@/db/with-shop'
import type { QuoteRequest } from '@/lib/api/schemas/return-request-schema'
import { fail, ok, type Result } from '@/lib/core/result'
import { orderNumberKey } from '@/lib/orders/order'
import { dayIn } from '@/lib/returns/add-days'
import { applyChange } from '@/lib/returns/apply-change'
import { type Draft, type DraftItem, emptyDraft } from '@/lib/returns/draft'
import type { DraftProblem } from '@/lib/returns/draft-change'
import type { DraftView } from '@/lib/returns/draft-view'
import { settledView } from '@/lib/returns/drafts/settled-view'
import { type FillError, type Filled, fillDraft } from '@/lib/returns/request/fill-draft'
import type { RequestItem } from '@/lib/returns/request/spread-request'
import type { Context } from '@/lib/services/context'
import type { Shop } from '@/lib/shops/shop'
import { readDraftView } from './read-draft-view'

export type RequestRefusal =
  | { code: 'unknown_order' }
  /** Named orders that aren't the same shopper's, or are of another currency: places of items that name them. */
  | { code: 'foreign_order'; places: number[] }
  | ({ code: 'invalid' } & FillError<DraftProblem[]>)

/** What an exchange names is read with the rest; everything else of an item is answered step by step. */
const naming = (orderId: string, { line, exchangeSku = null }: RequestItem, place: number): DraftItem => ({
  key: String(place + 1),
  orderId,
  lineId: line,
  quantity: 1,
  reason: null,
  subReason: null,
  comment: null,
  photos: [],
  outcome: null,
  exchangeSku,
  box: 1,
})

/** What of an order can go back, as nobody has chosen yet; null where there is no such order. */
export const readReturnable = (context: Context, shop: Shop, orderId: string): Promise<DraftView | null> =>
  withShop(context.db, shop.id, async (tx) => {
    const reading = readUnkeptDraft(tx, shop.id, emptyDraft(orderId, false), context.now())
    const read = await readDraftView(tx, context, shop, reading)
    return read?.view.orders[0] ? read.view : null
  })

/** Answers a draft that nobody keeps with a request, by every rule of the steps. */
export async function fillRequest(
  context: Context,
  shop: Shop,
  orderId: string,
  request: QuoteRequest,
): Promise<Result<Filled, RequestRefusal>> {
  const keyOf = ({ order }: RequestItem) => (order == null ? null : orderNumberKey(order))
  const read = await withShop(context.db, shop.id, async (tx) => {
    const keys = [...new Set(request.items.flatMap((item) => keyOf(item) ?? []))]
    const together = await findOrdersTogether(tx, shop.id, orderId, keys)
    if (!together) return fail({ code: 'unknown_order' as const })
    const { first, others } = together
    const known = [first, ...others]
    const idOf = (item: RequestItem): string | null => {
      const key = keyOf(item)
      return key === null ? first.id : (known.find(({ numberKey }) => numberKey === key)?.id ?? null)
    }
    const places = request.items.flatMap((item, place) => (idOf(item) === null ? [place] : []))
    if (places.length > 0) return fail({ code: 'foreign_order' as const, places })
    const orderOf = (item: RequestItem): string => idOf(item) ?? first.id
    const draft: Draft = { ...emptyDraft(first.id, false), orders: known.map(({ id }) => id) }
    const items = request.items.map((item, place) => naming(orderOf(item), item, place))
    const reading = readUnkeptDraft(tx, shop.id, { ...draft, items }, context.now()).then(
      // Only what was named had to be read: the steps begin with nothing.
      (source) => source && { ...source, draft },
    )
    const view = await readDraftView(tx, context, shop, reading)
    return view ? ok({ ...view, orderOf }) : fail({ code: 'unknown_order' as const })
  })
  if (!read.ok) return read
  const { input, view, orderOf } = read.value
  const today = dayIn(input.now, shop.timeZone)
  const filled = await fillDraft(view, request, orderOf, async (before, change) => {
    const changed = applyChange(before, change, { today, order: null })
    if (!changed.ok) return changed
    return ok(settledView({ ...input, source: { ...input.source, draft: changed.value } }))
  })
  return filled.ok ? filled : fail({ code: 'invalid', ...filled.error })
}
