import { fail, ok, type Result } from '@/lib/core/result'
import { anyEqual, hmacSha256 } from '@/lib/webhooks/digest'
import type { Keys, SignatureError, SignatureScheme, SignedRequest } from '@/lib/webhooks/signature'
import { readSignedHeader, SIGNATURES_CONSIDERED, usableSecrets } from '@/lib/webhooks/signed-header'
import { isTimely, readUnixSeconds } from '@/lib/webhooks/tolerance'

type Scheme = Extract<SignatureScheme, { kind: 'hmac-timed' }>

const DIGEST = /^[0-9a-fA-F]{64}$/

const digestOf = (secret: string, time: string, body: Uint8Array): string =>
  hmacSha256(secret, `${time}.`, body).toString('hex')

/** The header's value for a body at a moment. */
export function signHmacTimed(body: Uint8Array, secret: string, now: Date): string {
  const time = String(Math.floor(now.getTime() / 1000))
  return `t=${time},v1=${digestOf(secret, time, body)}`
}

/** `t=<unix>,v1=<hex>`: one time, one or more signatures; parts of other names are left alone. */
export function verifyHmacTimed(
  scheme: Scheme,
  request: SignedRequest,
  keys: Keys,
  now: Date,
): Result<null, SignatureError> {
  const header = readSignedHeader(request.headers, scheme.header)
  if (!header.ok) return header
  const parts = header.value.split(',').map((part) => part.trim())
  const valuesOf = (name: string) =>
    parts.filter((part) => part.startsWith(`${name}=`)).map((part) => part.slice(name.length + 1))
  const [time, ...otherTimes] = valuesOf('t')
  const signedAt = readUnixSeconds(time ?? '')
  const given = valuesOf('v1')
    .slice(0, SIGNATURES_CONSIDERED)
    .filter((digest) => DIGEST.test(digest))
    .map((digest) => digest.toLowerCase())
  if (!time || !signedAt || otherTimes.length > 0 || given.length === 0) return fail('signature_malformed')
  if (!isTimely(signedAt, now)) return fail('timestamp_outside_tolerance')
  const secrets = usableSecrets(keys.secrets)
  if (secrets.length === 0) return fail('key_unknown')
  const expected = secrets.map((secret) => digestOf(secret, time, request.body))
  return anyEqual(given, expected) ? ok(null) : fail('signature_mismatch')
}
