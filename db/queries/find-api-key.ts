import { and, eq, isNull } from 'drizzle-orm'
import { apiKeys } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'

export type ApiKey = { label: string; role: 'merchant' | 'warehouse' }

/** What a shop's key may do and is called, by its hash; null when the shop has no such key, or has revoked it. */
export async function findApiKey(tx: ShopTx, shopId: ShopId, keyHash: string): Promise<ApiKey | null> {
  const [row] = await tx
    .select({ label: apiKeys.label, role: apiKeys.role })
    .from(apiKeys)
    .where(and(eq(apiKeys.shopId, shopId), eq(apiKeys.keyHash, keyHash), isNull(apiKeys.revokedAt)))
  return row ?? null
}
