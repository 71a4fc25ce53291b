import type { Result } from '@/lib/core/result'

/** How a vendor proves that a delivery is its own. */
export type SignatureScheme =
  /** HMAC-SHA256 over the raw body, in one header. */
  | {
      kind: 'hmac-body'
      header: string
      encoding: 'base64' | 'hex'
      /** Text before the digest in the header, e.g. `hmac-sha256-hex=`. */
      prefix?: string
      /** Unicode normal form of the secret before use (EasyPost: NFKD). */
      secretForm?: 'NFKD'
    }
  /** `t=<unix>,v1=<hex>`: HMAC-SHA256 over `t.body`, within the tolerance (Shippo). */
  | { kind: 'hmac-timed'; header: string }
  /** Standard Webhooks: `webhook-id`, `webhook-timestamp`, `webhook-signature`. */
  | { kind: 'standard-webhooks' }
  /** RSASSA-PKCS1-v1_5/SHA-256 over `timestamp.body`, the key from a JWKS by its id (ShipEngine). */
  | {
      kind: 'rsa-jwks'
      signatureHeader: string
      keyIdHeader: string
      timestampHeader: string
      jwksUrl: string
    }
  /** A shared secret sent along: in one of these headers, after the optional prefix. */
  | { kind: 'shared-secret'; headers: { name: string; prefix?: string }[] }

export type SignedRequest = {
  headers: Headers
  /** The bytes as they came: never a re-serialised body. */
  body: Uint8Array
}

/** An RSA public key of a JSON Web Key Set. */
export type Jwk = {
  kid?: string | undefined
  kty: string
  n?: string | undefined
  e?: string | undefined
  alg?: string | undefined
  use?: string | undefined
}

export type Keys = {
  /** Every secret that is valid now: several during a rotation. */
  secrets: readonly string[]
  /** Only for `rsa-jwks`. */
  jwks: readonly Jwk[]
}

export type SignatureError =
  | 'signature_missing'
  | 'signature_malformed'
  | 'signature_mismatch'
  | 'timestamp_outside_tolerance'
  | 'key_unknown'

/** A timestamp may be this old or this far ahead, in seconds. */
export const SIGNATURE_TOLERANCE_SECONDS = 300

export type VerifySignature = (
  scheme: SignatureScheme,
  request: SignedRequest,
  keys: Keys,
  now: Date,
) => Result<null, SignatureError>
