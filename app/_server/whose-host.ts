import { LRUCache } from 'lru-cache'
import { findShopIdByHost } from '@/db/queries/find-shop'
import { getContext } from '@/lib/context'
import type { ShopId } from '@/lib/core/ids'
import { env } from '@/lib/env'
import type { Context } from '@/lib/services/context'
import { isOurHost, readHost } from '@/lib/shops/host'
import type { Shop } from '@/lib/shops/shop'
import { getShopCached } from './shop'

/** A host that is given up stops serving on every instance within this time, and a new one begins. */
const KNOWN_MS = 10_000
const UNKNOWN_MS = 2_000

const shopIds = new LRUCache<string, { shopId: ShopId | null }, Context>({
  max: 10_000,
  ttl: KNOWN_MS,
  fetchMethod: async (host, _stale, { context, options }) => {
    const shopId = await findShopIdByHost(context.db, host)
    if (!shopId) options.ttl = UNKNOWN_MS
    return { shopId }
  },
})

/** The shop that a verified host serves; null for none. */
export async function findShopByHost(context: Context, host: string): Promise<Shop | null> {
  const { shopId } = await shopIds.forceFetch(host, { context })
  return shopId && getShopCached(context, shopId)
}

export type HostOwner = { kind: 'ours' } | { kind: 'shop'; host: string; shop: Shop } | { kind: 'nobody' }

/** Whose the host of a request is; our own is known without asking the database. */
export async function whoseHost(headers: Headers): Promise<HostOwner> {
  const host = readHost(headers.get('host'))
  if (!host) return { kind: 'nobody' }
  if (isOurHost(host, env().url)) return { kind: 'ours' }
  const shop = await findShopByHost(await getContext(), host)
  return shop ? { kind: 'shop', host, shop } : { kind: 'nobody' }
}
