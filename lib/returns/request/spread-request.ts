import type { QuoteRequest } from '@/lib/api/schemas/return-request-schema'
import { sumOf } from '@/lib/core/money'
import { draftFields } from '@/lib/returns/draft-fields'
import type { DraftItemView } from '@/lib/returns/draft-view'

export type RequestItem = QuoteRequest['items'][number]

/** Items of one line, which a draft knows as one until it is split. */
export type Group = { orderId: string; lineId: string; quantity: number; places: number[] }

/** Items by their lines; `orderOf` gives the id of an item's order. */
export function groupsOf(items: readonly RequestItem[], orderOf: (item: RequestItem) => string): Group[] {
  const groups = new Map<string, number[]>()
  for (const [place, item] of items.entries()) {
    const name = JSON.stringify([orderOf(item), item.line])
    groups.set(name, [...(groups.get(name) ?? []), place])
  }
  return [...groups.values()].flatMap((places) => {
    const [first] = places.flatMap((place) => items[place] ?? [])
    const quantity = sumOf(places.map((place) => items[place]?.quantity ?? 0))
    return first ? [{ orderId: orderOf(first), lineId: first.line, quantity, places }] : []
  })
}

/** The draft's keys of each item of a request, in its order: an item of three pieces has three where its line was split. */
export function keysOf(
  items: readonly RequestItem[],
  groups: readonly Group[],
  chosen: readonly Pick<DraftItemView, 'item'>[],
): string[][] {
  const keys = items.map((): string[] => [])
  for (const { orderId, lineId, places } of groups) {
    const pieces = chosen.flatMap(({ item }) =>
      item.orderId === orderId && item.lineId === lineId ? [item] : [],
    )
    const waiting = [...pieces]
    for (const place of places) {
      const taken = waiting.splice(0, places.length === 1 ? waiting.length : (items[place]?.quantity ?? 0))
      keys[place] = taken.map(({ key }) => key)
    }
  }
  return keys
}

/** Where a draft's field stands in a request: JSON pointers by the field's name. */
export function pointersOf(
  { items, own }: Pick<QuoteRequest, 'items' | 'own'>,
  groups: readonly Group[],
  keys: readonly string[][],
): ReadonlyMap<string, string> {
  const pointers = new Map<string, string>([
    [draftFields.items, '/items'],
    [draftFields.boxes, '/items'],
    [draftFields.method, '/method'],
    [draftFields.store, '/store'],
    [draftFields.pickupDay, '/pickupDay'],
  ])
  for (const { orderId, lineId, places } of groups)
    pointers.set(draftFields.quantity(orderId, lineId), `/items/${places[0] ?? 0}/quantity`)
  for (const place of items.keys())
    for (const key of keys[place] ?? [])
      for (const name of [
        'reason',
        'subReason',
        'comment',
        'photos',
        'outcome',
        'exchangeSku',
        'box',
      ] as const)
        pointers.set(draftFields[name](key), `/items/${place}/${name}`)
  for (const [place, { box }] of own.entries()) {
    pointers.set(draftFields.carrier(box), `/own/${place}/carrier`)
    pointers.set(draftFields.number(box), `/own/${place}/number`)
  }
  return pointers
}
