import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import type { EndpointSettings } from '@/lib/webhooks/endpoint-settings'

/** What stands in for a vendor that signs with RSA keys of its own. */
export type DemoKeyPair = { keyId: string; privateKey: KeyObject; settings: EndpointSettings }

const MODULUS_BITS = 2048

/** A fresh pair: the private half signs the demo's webhooks, the public half goes into the endpoint's settings. */
export function createDemoKeyPair(keyId: string): DemoKeyPair {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: MODULUS_BITS })
  const { n, e } = publicKey.export({ format: 'jwk' })
  if (!n || !e) throw new Error('an RSA key has a modulus and an exponent')
  return {
    keyId,
    privateKey,
    settings: { jwks: { keys: [{ kid: keyId, kty: 'RSA', n, e, alg: 'RS256', use: 'sig' }] } },
  }
}
