import { and, eq, isNull } from 'drizzle-orm'
import { careCases } from '@/db/schema'
import { withShop } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import type { Context } from '@/lib/services/context'

/** Notes that somebody has seen to an entry of the list; twice is once. False: there is no such entry. */
export const handleCare = ({ db, now }: Context, shopId: ShopId, id: string, by: string): Promise<boolean> =>
  withShop(db, shopId, async (tx) => {
    const mine = and(eq(careCases.shopId, shopId), eq(careCases.id, id))
    const handled = await tx
      .update(careCases)
      .set({ handledAt: now(), handledBy: by })
      .where(and(mine, isNull(careCases.handledAt)))
      .returning({ id: careCases.id })
    if (handled.length > 0) return true
    const [known] = await tx.select({ id: careCases.id }).from(careCases).where(mine)
    return known !== undefined
  })
