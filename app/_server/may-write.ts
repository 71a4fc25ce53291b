import { mayRead } from '@/lib/api/cors'
import type { Context } from '@/lib/services/context'
import { readHost } from '@/lib/shops/host'
import type { Shop } from '@/lib/shops/shop'
import { findShopByHost } from './whose-host'

/**
 * Whether a page of that origin may write for a shop: ours, the shop's allowed ones, and every host of the shop. Programs say no
 * origin: they hold the token, that is enough.
 */
export async function mayWrite(context: Context, shop: Shop, origin: string | null): Promise<boolean> {
  if (origin === null || origin === new URL(context.origin).origin || mayRead(shop, origin)) return true
  const host = readHost(origin.replace('https://', ''))
  if (host === null || origin !== `https://${host}`) return false
  return (await findShopByHost(context, host))?.id === shop.id
}
