import { createHash, type KeyLike } from 'node:crypto'
import { signHmacBody } from './schemes/hmac-body'
import { signHmacTimed } from './schemes/hmac-timed'
import { signRsaJwks } from './schemes/rsa-jwks'
import { signSharedSecret } from './schemes/shared-secret'
import { signStandardWebhook } from './schemes/standard-webhooks'
import type { SignatureScheme } from './signature'

export type SigningKey = {
  /** Every scheme but `rsa-jwks`. */
  secret?: string
  /** Only `rsa-jwks`. */
  privateKey?: KeyLike
  keyId?: string
  /** The message's id (`standard-webhooks`); without one, a hash of the body. */
  id?: string
  now: Date
}

function need<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new TypeError(`This scheme signs with ${what}`)
  return value
}

const bodyId = (body: Uint8Array): string =>
  `msg_${createHash('sha256').update(body).digest('hex').slice(0, 27)}`

/** The headers that prove a body under a vendor's scheme; throws when the scheme's key is missing. */
export function signRequest(
  scheme: SignatureScheme,
  body: Uint8Array,
  key: SigningKey,
): Record<string, string> {
  switch (scheme.kind) {
    case 'hmac-body':
      return { [scheme.header]: signHmacBody(scheme, body, need(key.secret, 'a secret')) }
    case 'hmac-timed':
      return { [scheme.header]: signHmacTimed(body, need(key.secret, 'a secret'), key.now) }
    case 'standard-webhooks':
      return signStandardWebhook(body, need(key.secret, 'a secret'), key.id ?? bodyId(body), key.now)
    case 'rsa-jwks':
      return signRsaJwks(
        scheme,
        body,
        need(key.privateKey, 'a private key'),
        need(key.keyId, 'a key id'),
        key.now,
      )
    case 'shared-secret':
      return signSharedSecret(scheme, need(key.secret, 'a secret'))
  }
}
