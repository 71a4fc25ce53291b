import { consentSettings } from '@/db/schema'
import { withShop } from '@/db/with-shop'
import type { ConsentSettings } from '@/lib/consent/settings'
import type { ShopId } from '@/lib/core/ids'
import type { Context } from '@/lib/services/context'

/** Replaces what a shop says of its checkout. */
export const writeConsentSettings = (
  { db, now }: Context,
  shopId: ShopId,
  settings: ConsentSettings,
): Promise<ConsentSettings> =>
  withShop(db, shopId, async (tx) => {
    const values = { settings, updatedAt: now() }
    await tx
      .insert(consentSettings)
      .values({ shopId, createdAt: now(), ...values })
      .onConflictDoUpdate({ target: consentSettings.shopId, set: values })
    return settings
  })
