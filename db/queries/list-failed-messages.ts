import { and, desc, eq } from 'drizzle-orm'
import { outbox } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'

type FailedMessage = {
  id: string
  type: string
  payload: Record<string, unknown>
  tries: number
  error: string | null
  createdAt: Date
}

const MOST = 200

/** Webhooks to the merchant that nobody took, the newest first. */
export async function listFailedMessages(tx: ShopTx, shopId: ShopId): Promise<FailedMessage[]> {
  const rows = await tx
    .select()
    .from(outbox)
    .where(and(eq(outbox.shopId, shopId), eq(outbox.channel, 'webhook'), eq(outbox.state, 'failed')))
    .orderBy(desc(outbox.createdAt))
    .limit(MOST)
  return rows.map(({ id, subjectType, milestone, payload, tries, error, createdAt }) => ({
    id,
    type: `${subjectType}.${milestone}`,
    payload,
    tries,
    error,
    createdAt,
  }))
}
