import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import type { EndpointSettings } from '@/lib/webhooks/endpoint-settings'

/** A key pair for providers that sign with one: the demo plays the vendor, so it holds both halves for one run. */
export type DemoRsaKeys = { privateKey: KeyObject; keyId: string; settings: EndpointSettings }

export function makeRsaKeys(): DemoRsaKeys {
  const keyId = 'demo'
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const { n, e } = publicKey.export({ format: 'jwk' })
  if (!n || !e) throw new Error('an RSA key was exported without its numbers')
  return { privateKey, keyId, settings: { jwks: { keys: [{ kty: 'RSA', kid: keyId, use: 'sig', n, e }] } } }
}
