import { getContext } from '@/lib/context'
import { isLocale, type Locale } from '@/lib/i18n/locales'
import type { Context } from '@/lib/services/context'
import type { Shop } from '@/lib/shops/shop'
import { findShopBySlug } from './shop'

/** The shop and the language of an address; null parts say what is unknown. */
export async function findShopPage(
  slug: string,
  locale: string,
): Promise<{ context: Context; shop: Shop | null; locale: Locale | null }> {
  const context = await getContext()
  const shop = await findShopBySlug(context, slug)
  const spoken = isLocale(locale) && (shop === null || shop.locales.includes(locale))
  return { context, shop, locale: spoken ? locale : null }
}
