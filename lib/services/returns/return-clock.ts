import { and, eq } from 'drizzle-orm'
import { findPolicy } from '@/db/queries/read-policy'
import { returns, shops, workReady } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import { newId, type ShopId } from '@/lib/core/ids'
import { lastHandIn, reminderAt } from '@/lib/returns/label-days'
import type { Context } from '@/lib/services/context'
import type { ReturnRow } from './begin-change'

const ofReturn = (shopId: ShopId, returnId: string) =>
  and(eq(workReady.shopId, shopId), eq(workReady.kind, 'return'), eq(workReady.subject, returnId))

/** Nothing is waited for any longer. */
export async function stopClock(tx: ShopTx, shopId: ShopId, returnId: string): Promise<void> {
  await tx.delete(workReady).where(ofReturn(shopId, returnId))
}

/** When a return is looked at next. */
export async function setClock(tx: ShopTx, shopId: ShopId, returnId: string, dueAt: Date): Promise<void> {
  await stopClock(tx, shopId, returnId)
  await tx
    .insert(workReady)
    .values({ id: newId(), shopId, kind: 'return', subject: returnId, dueAt, attempts: 0 })
}

/** Counts the days of a return that was let through, or of its label: a reminder, and after the last day it expires. */
export async function startClock(
  tx: ShopTx,
  { now }: Context,
  shopId: ShopId,
  { id, policyVersion }: Pick<ReturnRow, 'id' | 'policyVersion'>,
): Promise<void> {
  const policy = await findPolicy(tx, shopId, policyVersion)
  const [shop] = await tx.select({ settings: shops.settings }).from(shops).where(eq(shops.shopId, shopId))
  if (!policy || !shop) throw new Error(`return ${id} has no policy of version ${policyVersion}`)
  const labelExpiresAt = lastHandIn(now(), policy.label, shop.settings.timeZone)
  await tx
    .update(returns)
    .set({ labelExpiresAt })
    .where(and(eq(returns.shopId, shopId), eq(returns.id, id)))
  const remindAt = reminderAt(labelExpiresAt, policy.label)
  await setClock(tx, shopId, id, remindAt > now() ? remindAt : labelExpiresAt)
}
