import { createPublicKey, type KeyLike, type KeyObject, sign, verify } from 'node:crypto'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Jwk, Keys, SignatureError, SignatureScheme, SignedRequest } from '@/lib/webhooks/signature'
import { readSignedHeader } from '@/lib/webhooks/signed-header'
import { isTimely } from '@/lib/webhooks/tolerance'

type Scheme = Extract<SignatureScheme, { kind: 'rsa-jwks' }>

const ISO_INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/
const BASE64 = /^(?:[A-Za-z0-9+/]{4})+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/

/** RFC 7518 section 3.3: RS256 needs at least this. */
const MODULUS_BITS = 2048

const signedBytes = (time: string, body: Uint8Array): Buffer => Buffer.concat([Buffer.from(`${time}.`), body])

function readInstant(text: string): Date | null {
  const moment = new Date(text)
  return ISO_INSTANT.test(text) && !Number.isNaN(moment.getTime()) ? moment : null
}

/** The key for RS256 signatures; null when the entry is for something else, broken or too short. */
function publicKeyOf({ kty, n, e, use = 'sig', alg = 'RS256' }: Jwk): KeyObject | null {
  if (kty !== 'RSA' || !n || !e || use !== 'sig' || alg !== 'RS256') return null
  try {
    const key = createPublicKey({ key: { kty, n, e }, format: 'jwk' })
    return (key.asymmetricKeyDetails?.modulusLength ?? 0) >= MODULUS_BITS ? key : null
  } catch {
    // A published entry that is no key is no key: the caller hears `key_unknown`.
    return null
  }
}

/** The three headers for a body at a moment. */
export function signRsaJwks(
  scheme: Scheme,
  body: Uint8Array,
  privateKey: KeyLike,
  keyId: string,
  now: Date,
): Record<string, string> {
  const time = now.toISOString()
  return {
    [scheme.keyIdHeader]: keyId,
    [scheme.timestampHeader]: time,
    [scheme.signatureHeader]: sign('RSA-SHA256', signedBytes(time, body), privateKey).toString('base64'),
  }
}

/** RSASSA-PKCS1-v1_5 with SHA-256 over `timestamp.body`, by the published key that the sender names. */
export function verifyRsaJwks(
  scheme: Scheme,
  request: SignedRequest,
  keys: Keys,
  now: Date,
): Result<null, SignatureError> {
  const keyId = readSignedHeader(request.headers, scheme.keyIdHeader)
  const time = readSignedHeader(request.headers, scheme.timestampHeader)
  const signature = readSignedHeader(request.headers, scheme.signatureHeader)
  if (!keyId.ok) return keyId
  if (!time.ok) return time
  if (!signature.ok) return signature
  const signedAt = readInstant(time.value)
  if (!signedAt || !BASE64.test(signature.value)) return fail('signature_malformed')
  if (!isTimely(signedAt, now)) return fail('timestamp_outside_tolerance')
  const published = keys.jwks.find(({ kid }) => kid === keyId.value)
  const key = published && publicKeyOf(published)
  if (!key) return fail('key_unknown')
  return verify(
    'RSA-SHA256',
    signedBytes(time.value, request.body),
    key,
    Buffer.from(signature.value, 'base64'),
  )
    ? ok(null)
    : fail('signature_mismatch')
}
