import { and, eq } from 'drizzle-orm'
import { findDraftById } from '@/db/queries/read-draft'
import { orders } from '@/db/schema'
import { type ShopTx, withShop } from '@/db/with-shop'
import { fail, ok, type Result } from '@/lib/core/result'
import { dayIn } from '@/lib/returns/add-days'
import { applyChange } from '@/lib/returns/apply-change'
import type { DraftChange, DraftProblem } from '@/lib/returns/draft-change'
import type { OrderToAdd } from '@/lib/returns/drafts/changes/add-order'
import type { DraftSource } from '@/lib/returns/drafts/draft-source'
import { settledView } from '@/lib/returns/drafts/settled-view'
import type { Context } from '@/lib/services/context'
import type { Shop } from '@/lib/shops/shop'
import { type DraftRefusal, lockDraftToChange } from './lock-draft'
import { readDraftView } from './read-draft-view'
import { saveDraft } from './save-draft'

export type ChangeRefusal = DraftRefusal | { code: 'invalid'; problems: DraftProblem[] }

export type AskedChange = {
  /** Of the draft as it was shown. */
  version: number
  change: DraftChange
  /** An order that the shopper has shown a link of scope `act` for: it may come in whoever ordered it. */
  proven?: string
}

async function orderToAdd(
  tx: ShopTx,
  shop: Shop,
  source: DraftSource,
  { change, proven }: AskedChange,
): Promise<OrderToAdd | null> {
  if (change.kind !== 'add_order') return null
  const [order] = await tx
    .select({ id: orders.id, currency: orders.currency, customerKey: orders.customerKey })
    .from(orders)
    .where(and(eq(orders.shopId, shop.id), eq(orders.id, change.orderId)))
  if (!order) return null
  const isSame =
    order.customerKey !== null && source.orders.some(({ customerKey }) => customerKey === order.customerKey)
  return { id: order.id, currency: order.currency, isTheirs: isSame || proven === order.id }
}

/**
 * Takes one step's answer into a draft, or says everything that is wrong with it. What later steps chose stays as far as it still
 * fits. The version keeps two tabs apart.
 */
export async function changeDraft(
  context: Context,
  shop: Shop,
  token: string,
  asked: AskedChange,
): Promise<Result<{ version: number }, ChangeRefusal>> {
  return withShop(context.db, shop.id, async (tx) => {
    const now = context.now()
    const row = await lockDraftToChange(tx, shop, token, asked.version, now)
    if (!row.ok) return row
    const read = await readDraftView(tx, context, shop, findDraftById(tx, shop.id, row.value.id, now))
    if (!read) return fail({ code: 'unknown_draft' })
    const { input, view } = read
    const order = await orderToAdd(tx, shop, input.source, asked)
    const changed = applyChange(view, asked.change, { today: dayIn(now, shop.timeZone), order })
    if (!changed.ok) return fail({ code: 'invalid', problems: changed.error })
    const source = { ...input.source, draft: changed.value }
    // Another order's lines aren't read yet, and nothing of it is chosen.
    const settled =
      asked.change.kind === 'add_order' ? changed.value : settledView({ ...input, source }).draft
    return ok(await saveDraft(tx, shop.id, row.value, settled, now))
  })
}
