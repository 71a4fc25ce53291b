import { and, eq } from 'drizzle-orm'
import { returns } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import { fail, ok, type Result } from '@/lib/core/result'
import { type MachineRefusal, nextState, type ReturnEvent } from '@/lib/returns/machine'
import { returnNumberKey } from '@/lib/returns/return-number'
import type { Actor } from '@/lib/returns/vocabulary'

export type ReturnRow = typeof returns.$inferSelect

/** A return by its id, or by its number however it is written. */
export type ReturnRef = { id: string } | { number: string }

/** Who changes a return, on what they saw, and why. */
export type By = {
  actor: Actor
  /** The key's label, or the worker's name; never a person's address. */
  name?: string | null
  /** The version that they saw; left out where nobody looks: carriers, the clock. */
  version?: number | null
  reason?: string | null
}

export type ReturnRefusal = MachineRefusal | { code: 'unknown_return' } | { code: 'stale'; version: number }

const matching = (ref: ReturnRef) =>
  'id' in ref ? eq(returns.id, ref.id) : eq(returns.numberKey, returnNumberKey(ref.number))

/** Locks a return for a change, and refuses what can't happen to it now, or was asked for on what it no longer is. */
export async function beginChange(
  tx: ShopTx,
  shopId: ShopId,
  ref: ReturnRef,
  event: ReturnEvent,
  by: By,
): Promise<Result<ReturnRow, ReturnRefusal>> {
  const [row] = await tx
    .select()
    .from(returns)
    .where(and(eq(returns.shopId, shopId), matching(ref)))
    .for('update')
  if (!row) return fail({ code: 'unknown_return' })
  if (by.version != null && by.version !== row.version) return fail({ code: 'stale', version: row.version })
  const next = nextState(row.state, event)
  return next.ok ? ok(row) : next
}
