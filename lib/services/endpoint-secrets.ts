import type { SealedSecret } from '@/db/schema'
import type { Keyring } from '@/lib/core/keyring'

const owner = (shopId: string, endpointId: string) => `${shopId}/endpoints/${endpointId}`

/** Seals a webhook secret for its row. */
export const sealSecret = (
  keyring: Keyring,
  shopId: string,
  endpointId: string,
  secret: string,
  now: Date,
): SealedSecret => ({
  keyId: keyring.keyId,
  sealed: keyring.seal(owner(shopId, endpointId), secret),
  addedAt: now.toISOString(),
})

/** Opens the secrets that the present key sealed. */
export const openSecrets = (
  keyring: Keyring,
  shopId: string,
  endpointId: string,
  secrets: readonly SealedSecret[],
): string[] =>
  secrets
    .filter(({ keyId }) => keyId === keyring.keyId)
    .map(({ sealed }) => keyring.open(owner(shopId, endpointId), sealed))
