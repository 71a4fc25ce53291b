import { carriers } from '@/lib/carriers'
import { signRequest } from '@/lib/webhooks/sign'
import type { DemoDelivery } from './deliveries'
import type { DemoKeyPair } from './key-pair'
import { demoShops } from './shops'

/** The address of a delivery and the headers that prove it, as its vendor would send them at `now`. */
export function signDelivery(
  { shop, provider, body }: DemoDelivery,
  keyPair: DemoKeyPair,
  now: Date,
): { endpointId: string; headers: Record<string, string> } {
  const carrier = carriers.get(provider)
  const endpoint = demoShops[shop].endpoints.find((one) => one.provider === provider)
  if (!carrier || !endpoint) throw new Error(`${shop} has no address for ${provider}`)
  const key =
    endpoint.secret === null
      ? { privateKey: keyPair.privateKey, keyId: keyPair.keyId }
      : { secret: endpoint.secret }
  return {
    endpointId: endpoint.id,
    headers: signRequest(carrier.signature, new TextEncoder().encode(body), { ...key, now }),
  }
}
