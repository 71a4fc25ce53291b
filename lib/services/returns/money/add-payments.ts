import { readReturnSettings } from '@/db/queries/read-return-settings'
import { returnPayments, workReady } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import { newId, type ShopId } from '@/lib/core/ids'
import { chooseBackend } from '@/lib/returns/money/choose-backend'
import type { PlannedPayment } from '@/lib/returns/money/payment'

/** Writes payments that are due, each once, and the work of asking for them. */
export async function addPayments(
  tx: ShopTx,
  shopId: ShopId,
  { id: returnId, currency }: { id: string; currency: string },
  planned: readonly PlannedPayment[],
  now: Date,
): Promise<void> {
  if (planned.length === 0) return
  const { settings } = await readReturnSettings(tx, shopId)
  const written = await tx
    .insert(returnPayments)
    .values(
      planned.map(({ kind, occurrence, orderId, amount, items, bonus, back, shipping }) => ({
        shopId,
        id: newId(),
        returnId,
        kind,
        occurrence,
        orderId,
        amount,
        currency,
        details: { items, bonus, back, shipping },
        state: 'due' as const,
        backend: chooseBackend(settings.money.backend, { kind, items, amount, back }),
        tries: 0,
        createdAt: now,
        updatedAt: now,
      })),
    )
    .onConflictDoNothing({
      target: [
        returnPayments.shopId,
        returnPayments.returnId,
        returnPayments.kind,
        returnPayments.occurrence,
      ],
    })
    .returning({ id: returnPayments.id })
  if (written.length === 0) return
  await tx.insert(workReady).values(
    written.map(({ id }) => ({
      id,
      shopId,
      kind: 'payment' as const,
      subject: id,
      dueAt: now,
      attempts: 0,
    })),
  )
}
