import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { endpoints, lookupEndpoints } from '@/db/schema'
import { withShop } from '@/db/with-shop'
import type { FieldError } from '@/lib/core/field-error'
import type { ShopId } from '@/lib/core/ids'
import { fail, ok, type Result } from '@/lib/core/result'
import { endpointSettingsSchema } from '@/lib/webhooks/endpoint-settings'
import { signRequest } from '@/lib/webhooks/sign'
import type { SignatureScheme } from '@/lib/webhooks/signature'
import { verifySignature } from '@/lib/webhooks/verify-signature'
import type { Context } from './context'
import { sealSecret } from './endpoint-secrets'
import { providers } from './providers'

/** The body of `POST /api/v1/endpoints`. */
export const endpointBodySchema = z.strictObject({
  provider: z.string().min(1),
  secrets: z.array(z.string().min(1).max(500)).min(1).max(10).optional(),
  settings: endpointSettingsSchema.optional(),
})
export type EndpointBody = z.infer<typeof endpointBodySchema>

export type CreatedEndpoint = { id: string; url: string; secret: string | null }

/** The address a vendor posts to. */
export const endpointUrl = (origin: string, provider: string, id: string): string =>
  `${origin}/api/webhooks/${provider}/${id}`

/** A secret of our own: Standard Webhooks' form serves every scheme that takes a text. */
const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`

/** Whether a body that is signed with the secret would be let in: a secret that can't sign would refuse every delivery. */
function canSign(scheme: SignatureScheme, secret: string, now: Date): boolean {
  const body = new Uint8Array()
  try {
    const headers = new Headers(signRequest(scheme, body, { secret, now }))
    return verifySignature(scheme, { headers, body }, { secrets: [secret], jwks: [] }, now).ok
  } catch {
    // No base64 where base64 is needed, or nothing that a header can carry.
    return false
  }
}

/**
 * Creates a webhook address of a shop. Without `secrets` one is made and returned once; providers that sign with a key pair
 * of their own have none. `fixedId` is for demo shops.
 */
export async function createEndpoint(
  { db, now, keyring, origin }: Context,
  shopId: ShopId,
  body: EndpointBody,
  fixedId?: string,
): Promise<Result<CreatedEndpoint, FieldError[]>> {
  const carrier = providers.get(body.provider)
  if (!carrier)
    return fail([
      {
        pointer: '/provider',
        code: 'unknown_provider',
        detail: `is none of ${[...providers.keys()].join(', ')}`,
      },
    ])
  const usesSecrets = carrier.signature.kind !== 'rsa-jwks'
  const unusable = (usesSecrets ? (body.secrets ?? []) : []).flatMap((secret, index) =>
    canSign(carrier.signature, secret, now()) ? [] : [index],
  )
  if (unusable.length > 0)
    return fail(
      unusable.map((index) => ({
        pointer: `/secrets/${index}`,
        code: 'unusable_secret',
        detail: `can’t sign a delivery of ${carrier.name}`,
      })),
    )
  const secrets = body.secrets ?? (usesSecrets ? [newSecret()] : [])
  const id = fixedId ?? randomBytes(16).toString('hex')
  await withShop(db, shopId, async (tx) => {
    await tx.insert(lookupEndpoints).values({ endpointId: id, shopId })
    await tx.insert(endpoints).values({
      shopId,
      id,
      provider: carrier.id,
      secrets: secrets.map((secret) => sealSecret(keyring, shopId, id, secret, now())),
      settings: body.settings ?? {},
      enabled: true,
      createdAt: now(),
    })
  })
  return ok({ id, url: endpointUrl(origin, carrier.id, id), secret: secrets[0] ?? null })
}
