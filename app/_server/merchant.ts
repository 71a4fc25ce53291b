import { LRUCache } from 'lru-cache'
import { type ApiKey, findApiKey } from '@/db/queries/find-api-key'
import { findShopIdByApiKey } from '@/db/queries/find-shop'
import { withShop } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import { sha256 } from '@/lib/core/keyring'
import type { Context } from '@/lib/services/context'

const BEARER = /^Bearer (ds_[A-Za-z0-9_-]{4,200})$/

/** A revoked key stops working on every instance within this time. */
const KEPT_MS = 10_000

/** What a key is called and may do doesn't change; by shop and hash. */
const keys = new LRUCache<string, ApiKey>({ max: 20_000, ttl: KEPT_MS })

async function keyOf({ db }: Context, shopId: ShopId, keyHash: string): Promise<ApiKey | null> {
  const place = `${shopId} ${keyHash}`
  const known = keys.get(place)
  if (known) return known
  const key = await withShop(db, shopId, (tx) => findApiKey(tx, shopId, keyHash))
  if (key) keys.set(place, key)
  return key
}

/** Whose key a request carries. */
export type Merchant = ApiKey & { shopId: ShopId }

/** The key of a hash in a shop; null where it is revoked. */
export async function findKeyOf(
  context: Context,
  { shopId, keyHash }: { shopId: ShopId; keyHash: string },
): Promise<Merchant | null> {
  const key = await keyOf(context, shopId, keyHash)
  return key && { ...key, shopId }
}

/** Whose key a hash is; null for nobody's. Keys are compared by their hash, so no timing tells them apart. */
export async function findKey(context: Context, keyHash: string): Promise<Merchant | null> {
  const shopId = await findShopIdByApiKey(context.db, keyHash)
  return shopId && findKeyOf(context, { shopId, keyHash })
}

/** The key that a request carries, with its shop; null for none. */
export async function findMerchant(context: Context, request: Request): Promise<Merchant | null> {
  const text = BEARER.exec(request.headers.get('authorization') ?? '')?.[1]
  return text ? findKey(context, sha256(text)) : null
}
