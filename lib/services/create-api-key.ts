import { randomBytes } from 'node:crypto'
import { apiKeys, lookupApiKeys } from '@/db/schema'
import { withShop } from '@/db/with-shop'
import { newId, type ShopId } from '@/lib/core/ids'
import { sha256 } from '@/lib/core/keyring'
import type { Context } from './context'

/** What a key may do: `warehouse` checks returns in, nothing else. */
export const API_KEY_ROLES = ['merchant', 'warehouse'] as const
export type ApiKeyRole = (typeof API_KEY_ROLES)[number]

/**
 * Makes a key for the JSON API and the check-in page and returns it once; only its SHA-256 is kept.
 * `fixed` is for demo shops, whose keys stand in the README.
 */
export async function createApiKey(
  { db, now }: Context,
  shopId: ShopId,
  label: string,
  fixed?: string,
  role: ApiKeyRole = 'merchant',
): Promise<string> {
  const key = fixed ?? `ds_${randomBytes(24).toString('base64url')}`
  const keyHash = sha256(key)
  await withShop(db, shopId, async (tx) => {
    await tx.insert(lookupApiKeys).values({ keyHash, shopId })
    await tx.insert(apiKeys).values({ shopId, id: newId(), keyHash, label, role, createdAt: now() })
  })
  return key
}
