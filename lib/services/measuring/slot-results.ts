import { and, asc, eq } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { readSlotResults } from '@/db/queries/read-slot-results'
import { slotStops } from '@/db/schema'
import { withShop } from '@/db/with-shop'
import type { SlotResults } from '@/lib/api/schemas/measuring-schema'
import { type Arm, compareArms, VIEWS_PER_ORDER } from '@/lib/measuring/compare-arms'
import type { Context } from '@/lib/services/context'
import type { Shop } from '@/lib/shops/shop'
import { writeSlotCounts } from './note-slots'

/** One click in a hundred views more or less: less isn't worth a change. */
const WORTHWHILE = 0.01

/** A click needs a view; counted by others' machines it may come without one. */
const clicksOf = ({ variant, views, clicks }: { variant: string; views: number; clicks: number }): Arm => ({
  variant,
  tried: views,
  hits: Math.min(clicks, views),
})

/** What a slot brought since a day in the shop's zone, its wordings compared by clicks; the first by name is what the others are compared with. */
export async function slotResults(
  context: Context,
  shop: Pick<Shop, 'id' | 'timeZone'>,
  slot: string,
  day: string,
): Promise<SlotResults> {
  await writeSlotCounts(context)
  const begins = Temporal.PlainDate.from(day).toZonedDateTime(shop.timeZone).epochMilliseconds
  return withShop(context.db, shop.id, async (tx) => {
    const results = await readSlotResults(tx, shop.id, slot, { day, at: new Date(begins) })
    const stops = await tx
      .select({ variant: slotStops.variant, at: slotStops.at, harm: slotStops.harm })
      .from(slotStops)
      .where(and(eq(slotStops.shopId, shop.id), eq(slotStops.slot, slot)))
      .orderBy(asc(slotStops.variant))
    const compared = compareArms(results.map(clicksOf), { perOrder: VIEWS_PER_ORDER, worthwhile: WORTHWHILE })
    return {
      slot,
      since: day,
      variants: results.map((result, index) => {
        const arm = compared[index]
        const stop = stops.find(({ variant }) => variant === result.variant)
        return {
          ...result,
          clickShare: arm?.share ?? { low: 0, value: 0, high: 1 },
          difference: arm?.difference ?? null,
          verdict: arm?.verdict ?? null,
          stopped: stop ? { at: stop.at.toISOString(), harm: stop.harm } : null,
        }
      }),
    }
  })
}
