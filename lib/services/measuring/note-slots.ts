import { sql } from 'drizzle-orm'
import { slotCounts } from '@/db/schema'
import { withShop } from '@/db/with-shop'
import { describeError } from '@/lib/core/describe-error'
import { parseShopId } from '@/lib/core/ids'
import { logger } from '@/lib/core/logger'
import type { Source } from '@/lib/measuring/source'
import { dayIn } from '@/lib/returns/add-days'
import type { Context } from '@/lib/services/context'
import type { Shop } from '@/lib/shops/shop'

type Count = { shopId: string; slot: string; variant: string; day: string; views: number; clicks: number }

declare global {
  /** What isn't written yet; one for each process, however often a module is loaded. */
  var doorstepSlotCounts: Map<string, Count> | undefined
  var doorstepSlotTimer: NodeJS.Timeout | undefined
  var doorstepSlotWrite: Promise<void> | undefined
}

/** A page's view must not wait for a write; what a crash takes with it is this much. */
const WRITE_AFTER_MS = 5_000
/** Different counts that wait at most: more of them while the database is away are let go. */
const MOST_WAITING = 20_000

const waiting = (): Map<string, Count> => {
  globalThis.doorstepSlotCounts ??= new Map()
  return globalThis.doorstepSlotCounts
}

const keyOf = ({ shopId, slot, variant, day }: Count): string => JSON.stringify([shopId, slot, variant, day])

function add(count: Count): void {
  const counts = waiting()
  const key = keyOf(count)
  const before = counts.get(key)
  if (!before && counts.size >= MOST_WAITING) return
  counts.set(key, {
    ...count,
    views: count.views + (before?.views ?? 0),
    clicks: count.clicks + (before?.clicks ?? 0),
  })
}

async function writeOf(context: Context, shopId: string, counts: readonly Count[]): Promise<void> {
  const id = parseShopId(shopId)
  const excluded = (column: 'views' | 'clicks') => sql.raw(`slot_counts.${column} + excluded.${column}`)
  await withShop(context.db, id, (tx) =>
    tx
      .insert(slotCounts)
      .values(counts.map((count) => ({ ...count, shopId: id })))
      .onConflictDoUpdate({
        target: [slotCounts.shopId, slotCounts.slot, slotCounts.variant, slotCounts.day],
        set: { views: excluded('views'), clicks: excluded('clicks') },
      }),
  )
}

async function writeWaiting(context: Context): Promise<void> {
  // In one order everywhere, so that two instances don't wait for each other.
  const counts = [...waiting()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count)
  waiting().clear()
  for (const shopId of new Set(counts.map((count) => count.shopId))) {
    const its = counts.filter((count) => count.shopId === shopId)
    try {
      await writeOf(context, shopId, its)
    } catch (error) {
      for (const count of its) add(count)
      logger.warn('counts of slots not written', { shopId, reason: describeError(error) })
    }
  }
}

/** Adds what waits to the days' sums, and ends after what is being written already; what can't be written waits on. */
export function writeSlotCounts(context: Context): Promise<void> {
  const before = globalThis.doorstepSlotWrite ?? Promise.resolve()
  globalThis.doorstepSlotWrite = before.then(() => writeWaiting(context))
  return globalThis.doorstepSlotWrite
}

function writeSoon(context: Context): void {
  if (globalThis.doorstepSlotTimer) return
  globalThis.doorstepSlotTimer = setTimeout(() => {
    globalThis.doorstepSlotTimer = undefined
    void writeSlotCounts(context).finally(() => {
      if (waiting().size > 0) writeSoon(context)
    })
  }, WRITE_AFTER_MS)
  globalThis.doorstepSlotTimer.unref()
}

/** Counts that slots were shown or clicked: how often, on which day, in which wording. Nothing of who it was is looked at. */
export function noteSlots(
  context: Context,
  shop: Pick<Shop, 'id' | 'timeZone'>,
  what: 'views' | 'clicks',
  sources: readonly Source[],
): void {
  if (sources.length === 0) return
  const day = dayIn(context.now(), shop.timeZone)
  for (const { slot, variant } of sources)
    add({ shopId: shop.id, slot, variant, day, views: 0, clicks: 0, [what]: 1 })
  writeSoon(context)
}
