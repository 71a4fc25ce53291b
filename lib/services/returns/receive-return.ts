import { type ShopTx, withShop } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Context } from '@/lib/services/context'
import { type By, beginChange, type ReturnRef, type ReturnRefusal, type ReturnRow } from './begin-change'
import type { Finished } from './finish-change'
import { type ItemRow, listItems, setItem, travelling } from './list-items'
import { revivedQuote } from './revived-quote'
import { takeChange } from './take-change'

/** What came: named items, or all of a box, or with neither everything. */
export type Received = {
  /** How many pieces of an item are there, all deliveries together. */
  items?: readonly { key: string; quantity: number }[]
  box?: number
  /** Nothing more will come, whatever is missing. */
  complete?: boolean
}

export type ReceiveRefusal =
  | ReturnRefusal
  | { code: 'unknown_item'; key: string }
  | { code: 'too_many'; key: string; most: number }
  /** It was called off, and another return has taken its pieces since. */
  | { code: 'pieces_taken' }

type Count = { item: ItemRow; quantity: number }

function countsOf(
  items: readonly ItemRow[],
  { items: named, box }: Received,
): Result<Count[], ReceiveRefusal> {
  if (!named)
    return ok(
      items
        .filter((item) => box === undefined || item.box === box)
        .map((item) => ({ item, quantity: item.quantity })),
    )
  const counts: Count[] = []
  for (const { key, quantity } of named) {
    const item = items.find((one) => one.key === key)
    if (!item) return fail({ code: 'unknown_item', key })
    if (quantity > item.quantity) return fail({ code: 'too_many', key, most: item.quantity })
    counts.push({ item, quantity })
  }
  return ok(counts)
}

async function note(
  tx: ShopTx,
  context: Context,
  shopId: ShopId,
  row: ReturnRow,
  by: By,
  counts: readonly Count[],
  { items, complete, quote }: { items: readonly ItemRow[]; complete: boolean; quote: ReturnRow['quote'] },
): Promise<Finished> {
  const now = context.now()
  const cameOf = (item: ItemRow) =>
    counts.find((count) => count.item === item)?.quantity ?? item.receivedQuantity
  for (const { item, quantity } of counts)
    await setItem(tx, item, {
      receivedQuantity: quantity,
      receivedAt: quantity > 0 ? (item.receivedAt ?? now) : null,
    })
  const isWhole = items.every((item) => cameOf(item) >= item.quantity)
  return takeChange(tx, context, shopId, row, by, {
    event: isWhole || complete ? 'receive' : 'receive_part',
    data: { items: counts.map(({ item, quantity }) => ({ key: item.key, quantity })) },
    set: { quote },
  })
}

/** Notes what has come back; a return is received once everything that travels is there, or nothing more will come. */
export const receiveReturn = (
  context: Context,
  shopId: ShopId,
  ref: ReturnRef,
  by: By,
  received: Received = {},
): Promise<Result<Finished, ReceiveRefusal>> =>
  withShop(context.db, shopId, async (tx): Promise<Result<Finished, ReceiveRefusal>> => {
    const begun = await beginChange(tx, shopId, ref, 'receive', by)
    if (!begun.ok) return begun
    const row = begun.value
    const isOver = row.state === 'cancelled' || row.state === 'expired'
    const quote = isOver ? await revivedQuote(tx, shopId, row) : row.quote
    if (!quote) return fail({ code: 'pieces_taken' })
    const items = travelling(await listItems(tx, shopId, row.id))
    const counts = countsOf(items, received)
    if (!counts.ok) return counts
    const { complete = false } = received
    return ok(await note(tx, context, shopId, row, by, counts.value, { items, complete, quote }))
  })
