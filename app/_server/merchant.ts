import { findShopIdByApiKey } from '@/db/queries/find-shop'
import type { ShopId } from '@/lib/core/ids'
import { sha256 } from '@/lib/core/keyring'
import type { Context } from '@/lib/services/context'

const BEARER = /^Bearer (ds_[A-Za-z0-9_-]{4,200})$/

/** The shop whose key the request carries; null for none. Keys are compared by their hash, so no timing tells them apart. */
export async function findMerchant(context: Context, request: Request): Promise<ShopId | null> {
  const key = BEARER.exec(request.headers.get('authorization') ?? '')?.[1]
  return key ? findShopIdByApiKey(context.db, sha256(key)) : null
}
