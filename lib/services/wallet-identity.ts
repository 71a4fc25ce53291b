import { z } from 'zod'
import type { WalletCertificateRow } from '@/db/queries/find-wallet-certificate'
import type { SealedSecret } from '@/db/schema'
import type { Keyring } from '@/lib/core/keyring'
import type { SigningIdentity } from '@/lib/wallet/certificate'

const owner = (shopId: string) => `${shopId}/wallet_certificates`

const identitySchema = z.object({ certificate: z.string(), key: z.string(), chain: z.array(z.string()) })

/** Seals what signs a shop's orders for its row. */
export const sealIdentity = (
  keyring: Keyring,
  shopId: string,
  identity: SigningIdentity,
  now: Date,
): SealedSecret => ({
  keyId: keyring.keyId,
  sealed: keyring.seal(owner(shopId), JSON.stringify(identity)),
  addedAt: now.toISOString(),
})

/** Whether a certificate can sign now: not expired, and sealed under the present key. */
export const canSign = (
  row: WalletCertificateRow | null,
  keyring: Keyring,
  now: Date,
): row is WalletCertificateRow => row !== null && row.sealed.keyId === keyring.keyId && now < row.notAfter

/** Opens what was sealed; throws when it was sealed for another shop. */
export const openIdentity = (keyring: Keyring, { shopId, sealed }: WalletCertificateRow): SigningIdentity =>
  identitySchema.parse(JSON.parse(keyring.open(owner(shopId), sealed.sealed)))
