import { eq } from 'drizzle-orm'
import { returnSettings, type SealedSecret } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import { type ReturnSettings, returnSettingsSchema } from '@/lib/returns/settings'

/** Which services a shop's returns use, secrets still sealed; a shop that never said gets the built-in ones. */
export async function readReturnSettings(
  tx: ShopTx,
  shopId: ShopId,
): Promise<{ settings: ReturnSettings; secrets: Record<string, SealedSecret> }> {
  const [row] = await tx.select().from(returnSettings).where(eq(returnSettings.shopId, shopId))
  return { settings: row?.settings ?? returnSettingsSchema.parse({}), secrets: row?.secrets ?? {} }
}
