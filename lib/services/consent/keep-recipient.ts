import { recipients } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import { newId } from '@/lib/core/ids'
import type { Locale } from '@/lib/i18n/locales'
import type { Context } from '@/lib/services/context'
import type { Shop } from '@/lib/shops/shop'
import { admitConsentToken } from './consent-links'

/** Keeps how somebody can be written to, and lets the link to their preferences in. Returns what that link names. */
export async function keepRecipient(
  tx: ShopTx,
  { keyring, now }: Context,
  shop: Shop,
  { person, ...reach }: { person: string; email: string; locale: Locale; country: string | null },
): Promise<string> {
  const at = now()
  const [row] = await tx
    .insert(recipients)
    .values({ shopId: shop.id, id: newId(), person, ...reach, createdAt: at, updatedAt: at })
    .onConflictDoUpdate({
      target: [recipients.shopId, recipients.person],
      set: {
        email: reach.email,
        locale: reach.locale,
        ...(reach.country && { country: reach.country }),
        updatedAt: at,
      },
    })
    .returning({ id: recipients.id })
  if (!row) throw new Error('an upsert returned no row')
  await admitConsentToken(tx, keyring, shop.id, { purpose: 'preferences', subject: row.id }, at)
  return row.id
}
