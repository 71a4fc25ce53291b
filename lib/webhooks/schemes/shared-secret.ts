import { fail, ok, type Result } from '@/lib/core/result'
import { anyEqual } from '@/lib/webhooks/digest'
import type { Keys, SignatureError, SignatureScheme, SignedRequest } from '@/lib/webhooks/signature'
import { readSignedHeader, usableSecrets } from '@/lib/webhooks/signed-header'

type Scheme = Extract<SignatureScheme, { kind: 'shared-secret' }>

/** The first of the scheme's headers. */
export const signSharedSecret = (scheme: Scheme, secret: string): Record<string, string> =>
  Object.fromEntries(scheme.headers.slice(0, 1).map(({ name, prefix }) => [name, `${prefix ?? ''}${secret}`]))

/** A secret sent along, in any of the scheme's headers: it proves the sender, not the body. */
export function verifySharedSecret(
  scheme: Scheme,
  request: SignedRequest,
  keys: Keys,
): Result<null, SignatureError> {
  const sent = scheme.headers.flatMap(({ name, prefix = '' }) => {
    const header = readSignedHeader(request.headers, name)
    return header.ok || header.error !== 'signature_missing' ? [{ header, prefix }] : []
  })
  if (sent.length === 0) return fail('signature_missing')
  // HTTP authentication schemes (`Bearer`) don't count case.
  const given = sent.flatMap(({ header, prefix }) =>
    header.ok && header.value.slice(0, prefix.length).toLowerCase() === prefix.toLowerCase()
      ? [header.value.slice(prefix.length)]
      : [],
  )
  if (given.length === 0) return fail('signature_malformed')
  const secrets = usableSecrets(keys.secrets)
  if (secrets.length === 0) return fail('key_unknown')
  return anyEqual(given, secrets) ? ok(null) : fail('signature_mismatch')
}
