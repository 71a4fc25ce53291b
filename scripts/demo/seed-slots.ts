import { and, eq, lte } from 'drizzle-orm'
import { workReady } from '@/db/schema'
import type { DemoPlan } from '@/db/seed/demo/plan'
import { DEMO_SLUGS } from '@/db/seed/demo/shops'
import { demoProducts, PICKS, SELLING_SHOPS } from '@/db/seed/demo/slots/catalogue'
import { pastOrders } from '@/db/seed/demo/slots/past-orders'
import { demoPlacements } from '@/db/seed/demo/slots/placements'
import { demoVoucherRules } from '@/db/seed/demo/slots/voucher-rules'
import type { ShopId } from '@/lib/core/ids'
import { runCareClock } from '@/lib/services/care/run-care-clock'
import type { Context } from '@/lib/services/context'
import { countDueBaskets } from '@/lib/services/recommend/count-due-baskets'
import { upsertOrder } from '@/lib/services/upsert-order'
import { ask } from './ask'

function shopOf(shopIds: ReadonlyMap<string, ShopId>, shop: string): ShopId {
  const shopId = shopIds.get(shop)
  if (!shopId) throw new Error(`the demo has no shop ${shop}`)
  return shopId
}

/** Fills catalogues, writes what was bought a few months ago, and places slots: before the first parcel is told of. */
export async function placeSlots(
  context: Context,
  { origin, plan }: { origin: string; plan: DemoPlan },
  shopIds: ReadonlyMap<string, ShopId>,
): Promise<void> {
  for (const shop of DEMO_SLUGS) {
    const api = { origin, plan, shop }
    await ask(api, 'PUT', 'vouchers/rules/EUR', demoVoucherRules[shop])
    for (const { id, ...body } of demoPlacements[shop]) await ask(api, 'PUT', `slots/${id}`, body)
  }
  for (const shop of SELLING_SHOPS) {
    const api = { origin, plan, shop }
    await ask(api, 'PUT', 'products', demoProducts(shop, origin))
    await ask(api, 'PUT', 'picked-products', { products: PICKS[shop] })
    for (const { number, body } of pastOrders(shop, context.now()))
      await upsertOrder({ ...context, now: () => body.placedAt }, shopOf(shopIds, shop), number, body)
  }
}

/** Does at once what the server would soon do by itself: counts what goes with what, and looks after late parcels. */
export async function settleSlots(context: Context, shopIds: ReadonlyMap<string, ShopId>): Promise<void> {
  for (const shop of SELLING_SHOPS) await countDueBaskets(context, shopOf(shopIds, shop), null)
  for (const shop of DEMO_SLUGS) {
    const shopId = shopOf(shopIds, shop)
    const due = await context.db
      .select({ shipmentId: workReady.subject })
      .from(workReady)
      .where(
        and(eq(workReady.shopId, shopId), eq(workReady.kind, 'care'), lte(workReady.dueAt, context.now())),
      )
    for (const { shipmentId } of due) await runCareClock(context, shopId, shipmentId)
  }
}
