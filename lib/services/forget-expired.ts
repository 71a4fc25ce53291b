import { lookupShops } from '@/db/schema'
import { withShop } from '@/db/with-shop'
import { parseShopId } from '@/lib/core/ids'
import { forgetCare } from './care/forget-care'
import { forgetUnconfirmed } from './consent/forget-unconfirmed'
import type { Context } from './context'
import { forgetKeys } from './idempotency'
import { forgetClients } from './rate-limit'
import { forgetDrafts } from './returns/forget-drafts'
import type { Sweeper } from './run-sweeper'

declare global {
  /** One for each process, however often a module is loaded. */
  var doorstepForgetter: Sweeper | undefined
}

/** How often it is worth a round. */
export const FORGET_INTERVAL_MS = 3_600_000

/**
 * Removes what only stood in the way of the past: used-up idempotency keys, clients with their whole quota, drafts of returns
 * that nobody has come back to, addresses that nobody confirmed, what was corrected and wished for on deliveries that are long over. A round of `runSweeper`; it leaves no work behind it, so it always says 0.
 */
export async function forgetExpired({ db, now }: Context): Promise<number> {
  const shops = await db.select({ shopId: lookupShops.shopId }).from(lookupShops)
  for (const shop of shops) {
    const shopId = parseShopId(shop.shopId)
    await withShop(db, shopId, async (tx) => {
      await forgetKeys(tx, shopId, now())
      await forgetClients(tx, shopId, now())
      await forgetDrafts(tx, shopId, now())
      await forgetUnconfirmed(tx, shopId, now())
      await forgetCare(tx, shopId, now())
    })
  }
  return 0
}
