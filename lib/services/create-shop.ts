import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { lookupShops, shops } from '@/db/schema'
import { withShop } from '@/db/with-shop'
import { newId, parseShopId, type ShopId } from '@/lib/core/ids'
import { fail, ok, type Result } from '@/lib/core/result'
import { type ShopSettings, shopSettingsSchema } from '@/lib/shops/shop'
import { RESERVED_SLUGS, slugSchema } from '@/lib/shops/slug'
import type { Context } from './context'

export type CreateShopError = { code: 'slug_invalid' | 'slug_reserved' | 'slug_taken' }

/** Creates a shop under a free slug; the settings are validated once more, whoever calls. */
export async function createShop(
  { db, now }: Context,
  slug: string,
  settings: ShopSettings,
): Promise<Result<{ shopId: ShopId; key: string }, CreateShopError>> {
  if (!slugSchema.safeParse(slug).success) return fail({ code: 'slug_invalid' })
  if (RESERVED_SLUGS.has(slug)) return fail({ code: 'slug_reserved' })
  const shopId = parseShopId(newId())
  const key = randomBytes(5).toString('hex')
  const parsed = shopSettingsSchema.parse(settings)
  const created = await withShop(db, shopId, async (tx) => {
    const claimed = await tx
      .insert(lookupShops)
      .values({ slug, key, shopId })
      .onConflictDoNothing()
      .returning()
    if (claimed.length === 0) return false
    await tx.insert(shops).values({ shopId, slug, key, settings: parsed, version: 1, createdAt: now() })
    return true
  })
  return created ? ok({ shopId, key }) : fail({ code: 'slug_taken' })
}

/** Replaces a shop's settings; pages show them within the shop cache's time. */
export async function updateShopSettings(
  { db }: Context,
  shopId: ShopId,
  settings: ShopSettings,
): Promise<void> {
  const parsed = shopSettingsSchema.parse(settings)
  await withShop(db, shopId, async (tx) => {
    const [row] = await tx
      .select({ version: shops.version })
      .from(shops)
      .where(eq(shops.shopId, shopId))
      .for('update')
    if (!row) throw new Error(`shop ${shopId} does not exist`)
    await tx
      .update(shops)
      .set({ settings: parsed, version: row.version + 1 })
      .where(eq(shops.shopId, shopId))
  })
}
