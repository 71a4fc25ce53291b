import { and, eq } from 'drizzle-orm'
import { returns } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import { tellMerchant } from '@/lib/services/tell-merchant'
import type { BoxRow } from './travelling-boxes'

/** Tells the merchant that a box has no label and that nobody tries any more: a shopper waits for it. */
export async function tellLabelFailed(
  tx: ShopTx,
  shopId: ShopId,
  { returnId, box, label, labelTries }: BoxRow,
  error: string,
  now: Date,
): Promise<void> {
  const [row] = await tx
    .select({ number: returns.number, state: returns.state, version: returns.version })
    .from(returns)
    .where(and(eq(returns.shopId, shopId), eq(returns.id, returnId)))
  if (!row) return
  const payload = { ...row, box, provider: label?.provider ?? 'builtin', error }
  const occurrence = `${box}/${labelTries}/${now.toISOString()}`
  await tellMerchant(
    tx,
    shopId,
    { subjectType: 'return', subject: returnId, milestone: 'label_failed', occurrence, payload },
    now,
  )
}
