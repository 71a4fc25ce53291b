import { verifyHmacBody } from './schemes/hmac-body'
import { verifyHmacTimed } from './schemes/hmac-timed'
import { verifyRsaJwks } from './schemes/rsa-jwks'
import { verifySharedSecret } from './schemes/shared-secret'
import { verifyStandardWebhook } from './schemes/standard-webhooks'
import type { VerifySignature } from './signature'

/**
 * Whether a request is its vendor's own, over the bytes as they came. Never throws: whatever the headers and keys hold, the answer
 * is yes or a reason. Timed schemes allow 300 s both ways.
 */
export const verifySignature: VerifySignature = (scheme, request, keys, now) => {
  switch (scheme.kind) {
    case 'hmac-body':
      return verifyHmacBody(scheme, request, keys)
    case 'hmac-timed':
      return verifyHmacTimed(scheme, request, keys, now)
    case 'standard-webhooks':
      return verifyStandardWebhook(request, keys, now)
    case 'rsa-jwks':
      return verifyRsaJwks(scheme, request, keys, now)
    case 'shared-secret':
      return verifySharedSecret(scheme, request, keys)
  }
}
