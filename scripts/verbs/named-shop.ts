import { findShopIdBySlug } from '@/db/queries/find-shop'
import type { ShopId } from '@/lib/core/ids'
import type { Context } from '@/lib/services/context'
import { RefusedError } from './verb'

/** The shop that somebody names by its slug; refuses an unknown one. */
export async function namedShop(context: Context, slug: string): Promise<ShopId> {
  const shopId = await findShopIdBySlug(context.db, slug)
  if (!shopId)
    throw new RefusedError(`There is no shop «${slug}». Make it with: doorstep shop:create ${slug} …`)
  return shopId
}
