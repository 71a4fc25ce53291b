import { careCases } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { CareKind } from '@/lib/care/care-kind'
import { newId, type ShopId } from '@/lib/core/ids'

type Opened = { kind: CareKind; subject: string; occurrence: string }

/** Puts something on the merchant's list; one that had closed is open again, and one that was handled stays so. */
export async function openCase(tx: ShopTx, shopId: ShopId, opened: Opened, now: Date): Promise<void> {
  await tx
    .insert(careCases)
    .values({
      shopId,
      id: newId(),
      ...opened,
      openedAt: now,
      closedAt: null,
      handledAt: null,
      handledBy: null,
    })
    .onConflictDoUpdate({
      target: [careCases.shopId, careCases.subject, careCases.kind, careCases.occurrence],
      set: { closedAt: null },
    })
}
