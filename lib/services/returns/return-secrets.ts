import type { SealedSecret } from '@/db/schema'
import type { Keyring } from '@/lib/core/keyring'
import { SERVICE_SECRETS, type ServiceSecret } from '@/lib/returns/service-secrets'

const ownerOf = (shopId: string, name: ServiceSecret) => `${shopId}/returns/${name}`

/** Seals what opens a service for a shop's row. */
export const sealReturnSecret = (
  keyring: Keyring,
  shopId: string,
  name: ServiceSecret,
  secret: string,
  now: Date,
): SealedSecret => ({
  keyId: keyring.keyId,
  sealed: keyring.seal(ownerOf(shopId, name), secret),
  addedAt: now.toISOString(),
})

/** Opens the secrets that the present key sealed; the others count as not there. */
export const openReturnSecrets = (
  keyring: Keyring,
  shopId: string,
  sealed: Readonly<Record<string, SealedSecret>>,
): Partial<Record<ServiceSecret, string>> =>
  Object.fromEntries(
    SERVICE_SECRETS.flatMap((name) => {
      const secret = sealed[name]
      return secret?.keyId === keyring.keyId
        ? [[name, keyring.open(ownerOf(shopId, name), secret.sealed)]]
        : []
    }),
  )
