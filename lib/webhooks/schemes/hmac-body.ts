import { fail, ok, type Result } from '@/lib/core/result'
import { anyEqual, hmacSha256 } from '@/lib/webhooks/digest'
import type { Keys, SignatureError, SignatureScheme, SignedRequest } from '@/lib/webhooks/signature'
import { readSignedHeader, usableSecrets } from '@/lib/webhooks/signed-header'

type Scheme = Extract<SignatureScheme, { kind: 'hmac-body' }>

const DIGEST = { base64: /^[A-Za-z0-9+/]{43}=$/, hex: /^[0-9a-fA-F]{64}$/ } as const

/** The secret as the vendor uses it: EasyPost normalises it first. */
const keyOf = (scheme: Scheme, secret: string): string =>
  scheme.secretForm ? secret.normalize(scheme.secretForm) : secret

/** The header's value for a body. */
export const signHmacBody = (scheme: Scheme, body: Uint8Array, secret: string): string =>
  `${scheme.prefix ?? ''}${hmacSha256(keyOf(scheme, secret), body).toString(scheme.encoding)}`

/** HMAC-SHA256 over the raw body, in one header. */
export function verifyHmacBody(
  scheme: Scheme,
  request: SignedRequest,
  keys: Keys,
): Result<null, SignatureError> {
  const header = readSignedHeader(request.headers, scheme.header)
  if (!header.ok) return header
  const prefix = scheme.prefix ?? ''
  const digest = header.value.slice(prefix.length)
  if (!header.value.startsWith(prefix) || !DIGEST[scheme.encoding].test(digest))
    return fail('signature_malformed')
  const secrets = usableSecrets(keys.secrets)
  if (secrets.length === 0) return fail('key_unknown')
  const given = scheme.encoding === 'hex' ? digest.toLowerCase() : digest
  const expected = secrets.map((secret) =>
    hmacSha256(keyOf(scheme, secret), request.body).toString(scheme.encoding),
  )
  return anyEqual([given], expected) ? ok(null) : fail('signature_mismatch')
}
