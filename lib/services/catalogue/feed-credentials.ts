import { z } from 'zod'
import type { SealedSecret } from '@/db/schema'
import type { Keyring } from '@/lib/core/keyring'

const credentialsSchema = z.object({ user: z.string(), password: z.string() })
export type FeedCredentials = z.infer<typeof credentialsSchema>

const ownerOf = (shopId: string, feedId: string) => `${shopId}/product-feeds/${feedId}`

/** Seals what opens a feed for its row. */
export const sealCredentials = (
  keyring: Keyring,
  shopId: string,
  feedId: string,
  credentials: FeedCredentials,
  now: Date,
): SealedSecret => ({
  keyId: keyring.keyId,
  sealed: keyring.seal(ownerOf(shopId, feedId), JSON.stringify(credentials)),
  addedAt: now.toISOString(),
})

/** The headers of Basic authentication; null: they were sealed under another secret and have to be told again. */
export function credentialHeaders(
  keyring: Keyring,
  shopId: string,
  feedId: string,
  sealed: SealedSecret | null,
): Record<string, string> | null {
  if (!sealed) return {}
  if (sealed.keyId !== keyring.keyId) return null
  const opened = credentialsSchema.parse(JSON.parse(keyring.open(ownerOf(shopId, feedId), sealed.sealed)))
  const basic = Buffer.from(`${opened.user}:${opened.password}`).toString('base64')
  return { authorization: `Basic ${basic}` }
}
