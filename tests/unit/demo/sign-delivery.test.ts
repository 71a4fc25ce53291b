import { describe, expect, it } from 'vitest'
import { type DemoDelivery, demoMove } from '@/db/seed/demo/deliveries'
import { createDemoKeyPair, type DemoKeyPair } from '@/db/seed/demo/key-pair'
import { demoPlan } from '@/db/seed/demo/plan'
import { demoShops } from '@/db/seed/demo/shops'
import { signDelivery } from '@/db/seed/demo/sign-delivery'
import { carriers } from '@/lib/carriers'
import { endpointSettingsSchema } from '@/lib/webhooks/endpoint-settings'
import { verifySignature } from '@/lib/webhooks/verify-signature'

const now = new Date('2026-11-21T13:00:00Z')
const deliveries = [...demoPlan(now, '').deliveries, demoMove(now)]
const pair = createDemoKeyPair('doorstep-demo')

function isGenuine(delivery: DemoDelivery, body: string, trusted: DemoKeyPair): boolean {
  const carrier = carriers.get(delivery.provider)
  const { endpointId, headers } = signDelivery(delivery, pair, now)
  const endpoint = demoShops[delivery.shop].endpoints.find(({ id }) => id === endpointId)
  const { jwks } = trusted.settings
  if (!carrier || !endpoint || !jwks) throw new Error(`no address for ${delivery.provider}`)
  const keys = {
    secrets: endpoint.secret ? [endpoint.secret] : [],
    jwks: Array.isArray(jwks) ? jwks : jwks.keys,
  }
  const request = { headers: new Headers(headers), body: new TextEncoder().encode(body) }
  return verifySignature(carrier.signature, request, keys, now).ok
}

/** Vendors that send a shared secret along prove the sender, not the body. */
const signsBodies = ({ provider }: DemoDelivery): boolean =>
  carriers.get(provider)?.signature.kind !== 'shared-secret'

describe('a webhook of the demo', () => {
  it('is refused when its body was changed', () => {
    const signed = deliveries.filter(signsBodies)
    expect(signed.length).toBeGreaterThan(10)
    for (const delivery of signed)
      expect(isGenuine(delivery, `${delivery.body} `, pair), delivery.provider).toBe(false)
  })

  it('is refused under another key pair', () => {
    const other = createDemoKeyPair('doorstep-demo')
    const shipengine = deliveries.filter(({ provider }) => provider === 'shipengine')
    expect(shipengine.length).toBeGreaterThan(0)
    for (const delivery of shipengine) expect(isGenuine(delivery, delivery.body, other)).toBe(false)
  })

  it('is genuine as it stands', () => {
    for (const delivery of deliveries)
      expect(isGenuine(delivery, delivery.body, pair), delivery.provider).toBe(true)
  })

  it('has keys that an endpoint’s settings take', () => {
    expect(endpointSettingsSchema.parse(pair.settings)).toEqual(pair.settings)
  })
})
