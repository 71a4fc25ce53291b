import { fail, ok, type Result } from '@/lib/core/result'
import { anyEqual, hmacSha256 } from '@/lib/webhooks/digest'
import type { Keys, SignatureError, SignedRequest } from '@/lib/webhooks/signature'
import { readSignedHeader, SIGNATURES_CONSIDERED } from '@/lib/webhooks/signed-header'
import { isTimely, readUnixSeconds } from '@/lib/webhooks/tolerance'

// Written on node:crypto: the npm package reads Date.now() itself and signs the body after decoding it as text,
// so that neither a fixed clock nor bytes that are no UTF-8 can be checked. The tests hold it against that package.

const SECRET_PREFIX = 'whsec_'
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}(?:==)?|[A-Za-z0-9+/]{3}=?)?$/
const DIGEST = /^v1,([A-Za-z0-9+/]{43}=)$/

/** The bytes of a `whsec_…` or bare base64 secret; null when it is neither or empty. */
function keyOf(secret: string): Buffer | null {
  const text = secret.startsWith(SECRET_PREFIX) ? secret.slice(SECRET_PREFIX.length) : secret
  return text !== '' && BASE64.test(text) ? Buffer.from(text, 'base64') : null
}

const digestOf = (key: Buffer, id: string, time: string, body: Uint8Array): string =>
  hmacSha256(key, `${id}.${time}.`, body).toString('base64')

/** The three headers of a message; throws when the secret is no base64. */
export function signStandardWebhook(
  body: Uint8Array,
  secret: string,
  id: string,
  now: Date,
): Record<string, string> {
  const key = keyOf(secret)
  if (!key) throw new TypeError('A Standard Webhooks secret is base64, with or without whsec_')
  const time = String(Math.floor(now.getTime() / 1000))
  return {
    'webhook-id': id,
    'webhook-timestamp': time,
    'webhook-signature': `v1,${digestOf(key, id, time, body)}`,
  }
}

/** https://www.standardwebhooks.com: `v1` signatures over `id.timestamp.body`, several during a rotation. */
export function verifyStandardWebhook(
  request: SignedRequest,
  keys: Keys,
  now: Date,
): Result<null, SignatureError> {
  const id = readSignedHeader(request.headers, 'webhook-id')
  const time = readSignedHeader(request.headers, 'webhook-timestamp')
  const list = readSignedHeader(request.headers, 'webhook-signature')
  if (!id.ok) return id
  if (!time.ok) return time
  if (!list.ok) return list
  const signedAt = readUnixSeconds(time.value)
  const given = list.value
    .split(' ', SIGNATURES_CONSIDERED)
    .flatMap((signature) => DIGEST.exec(signature)?.[1] ?? [])
  // Entries are parted by spaces: a comma before one is the mark of a header that was sent twice.
  if (!signedAt || given.length === 0 || list.value.includes(', ')) return fail('signature_malformed')
  if (!isTimely(signedAt, now)) return fail('timestamp_outside_tolerance')
  const secrets = keys.secrets.flatMap((secret) => keyOf(secret) ?? [])
  if (secrets.length === 0) return fail('key_unknown')
  const expected = secrets.map((key) => digestOf(key, id.value, time.value, request.body))
  return anyEqual(given, expected) ? ok(null) : fail('signature_mismatch')
}
