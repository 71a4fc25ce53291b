import { and, eq, lte, sql } from 'drizzle-orm'
import { numberRanges } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import { fail, ok, type Result } from '@/lib/core/result'
import { rangeNumber } from '@/lib/returns/labels/range-number'
import type { LabelRange } from '@/lib/returns/settings'

export type RangeExhausted = { code: 'number_range_exhausted'; range: string; last: number }

/**
 * Hands out a range's next number. Whoever asks at the same time waits for this transaction, and one that fails gives its number
 * back: a range has no gaps. A range that was moved forward in the settings goes on from there.
 */
export async function takeNumber(
  tx: ShopTx,
  shopId: ShopId,
  range: LabelRange,
): Promise<Result<string, RangeExhausted>> {
  const { name, first, last } = range
  await tx
    .insert(numberRanges)
    .values({ shopId, name, next: first })
    .onConflictDoNothing({ target: [numberRanges.shopId, numberRanges.name] })
  const next = sql<number>`greatest(${numberRanges.next}, ${first})`
  const [taken] = await tx
    .update(numberRanges)
    .set({ next: sql`${next} + 1` })
    .where(and(eq(numberRanges.shopId, shopId), eq(numberRanges.name, name), lte(next, last)))
    .returning({ next: numberRanges.next })
  return taken
    ? ok(rangeNumber(range, taken.next - 1))
    : fail({ code: 'number_range_exhausted', range: name, last })
}
