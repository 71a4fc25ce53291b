import type { QuoteRequest } from '@/lib/api/schemas/return-request-schema'
import { ok, type Result } from '@/lib/core/result'
import type { DraftChange, DraftProblem } from '@/lib/returns/draft-change'
import type { DraftView } from '@/lib/returns/draft-view'
import { groupsOf, keysOf, pointersOf, type RequestItem } from './spread-request'

/** Lets one change happen to a draft; whether it is kept anywhere is the caller's concern. */
export type Apply<E> = (view: DraftView, change: DraftChange) => Promise<Result<DraftView, E>>

export type Filled = {
  view: DraftView
  /** The draft's keys of each item. */
  keys: string[][]
  /** Where a draft's field stands in the request. */
  pointers: ReadonlyMap<string, string>
}

/** What stopped it, and where what it names stands in the request. */
export type FillError<E> = { error: E; pointers: ReadonlyMap<string, string> }

/**
 * Answers a draft's steps with what a request says, one after the other, as a shopper would: every rule of the steps holds here
 * too. Stops at the first step that is wrong.
 */
export async function fillDraft<E = DraftProblem[]>(
  empty: DraftView,
  request: QuoteRequest,
  orderOf: (item: RequestItem) => string,
  apply: Apply<E>,
): Promise<Result<Filled, FillError<E>>> {
  const { items, method, own } = request
  const groups = groupsOf(items, orderOf)
  let view = empty
  let keys: string[][] = items.map(() => [])
  const pointers = () => pointersOf(request, groups, keys)

  const steps: (() => DraftChange | null)[] = [
    () => ({
      kind: 'items',
      chosen: groups.map(({ orderId, lineId, quantity }) => ({ orderId, lineId, quantity })),
    }),
    ...groups
      .filter(({ places }) => places.length > 1)
      .map(({ orderId, lineId }) => (): DraftChange | null => {
        const one = view.items.find(({ item }) => item.orderId === orderId && item.lineId === lineId)
        return one ? { kind: 'split', key: one.item.key } : null
      }),
    () => {
      keys = keysOf(items, groups, view.items)
      const answers = items.flatMap(({ reason, subReason = null, comment = null }, place) =>
        (keys[place] ?? []).map((key) => ({ key, reason, subReason, comment })),
      )
      return { kind: 'reasons', answers }
    },
    () => {
      const answers = items.flatMap(({ outcome, exchangeSku = null }, place) =>
        (keys[place] ?? []).map((key) => ({ key, outcome, exchangeSku })),
      )
      return { kind: 'outcomes', answers }
    },
    () => {
      const of = items.flatMap(({ box }, place) => (keys[place] ?? []).map((key) => ({ key, box })))
      const boxes = Math.max(...of.map(({ box }) => box))
      return boxes > 1 ? { kind: 'boxes', boxes, of } : null
    },
    () => {
      const { store = null, pickupDay = null } = request
      const parcels = own.map(({ box, carrier, number = null }) => ({ box, carrier, number }))
      return method ? { kind: 'method', method, store, pickupDay, own: parcels } : null
    },
  ]
  for (const step of steps) {
    const change = step()
    if (!change) continue
    const applied = await apply(view, change)
    if (!applied.ok) return { ok: false, error: { error: applied.error, pointers: pointers() } }
    view = applied.value
  }
  return ok({ view, keys, pointers: pointers() })
}
