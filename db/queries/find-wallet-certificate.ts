import { eq } from 'drizzle-orm'
import { walletCertificates } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'

export type WalletCertificateRow = typeof walletCertificates.$inferSelect

/** What a shop signs its Wallet orders with; null when it has none. */
export async function findWalletCertificate(
  tx: ShopTx,
  shopId: ShopId,
): Promise<WalletCertificateRow | null> {
  const [row] = await tx.select().from(walletCertificates).where(eq(walletCertificates.shopId, shopId))
  return row ?? null
}
