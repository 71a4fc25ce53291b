import { eq } from 'drizzle-orm'
import { walletCertificates } from '@/db/schema'
import { withShop } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import { ok, type Result } from '@/lib/core/result'
import { checkIdentity, type IdentityError } from '@/lib/wallet/certificate'
import type { Context } from './context'
import { raiseShopVersion } from './raise-shop-version'
import { sealIdentity } from './wallet-identity'

type WalletCertificate = { orderTypeIdentifier: string; notAfter: Date }

/** Sets, or replaces, what a shop signs its Wallet orders with; it must be able to sign now. Texts are PEM. */
export async function setWalletCertificate(
  { db, keyring, now }: Context,
  shopId: ShopId,
  {
    merchantIdentifier,
    ...pem
  }: { merchantIdentifier: string; certificate: string; key: string; chain: string },
): Promise<Result<WalletCertificate, IdentityError>> {
  const checked = checkIdentity(pem, now())
  if (!checked.ok) return checked
  const { identity, orderTypeIdentifier, notAfter } = checked.value
  const values = {
    orderTypeIdentifier,
    merchantIdentifier,
    sealed: sealIdentity(keyring, shopId, identity, now()),
    notAfter,
    createdAt: now(),
  }
  await withShop(db, shopId, async (tx) => {
    await tx
      .insert(walletCertificates)
      .values({ shopId, ...values })
      .onConflictDoUpdate({ target: walletCertificates.shopId, set: values })
    await raiseShopVersion(tx, shopId)
  })
  return ok({ orderTypeIdentifier, notAfter })
}

/** Takes it away, key and all; false when there was none. */
export const removeWalletCertificate = ({ db }: Context, shopId: ShopId): Promise<boolean> =>
  withShop(db, shopId, async (tx) => {
    const removed = await tx
      .delete(walletCertificates)
      .where(eq(walletCertificates.shopId, shopId))
      .returning()
    if (removed.length > 0) await raiseShopVersion(tx, shopId)
    return removed.length > 0
  })
