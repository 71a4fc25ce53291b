import { describe, expect, it } from 'vitest'
import { deliveryIdentity } from '@/lib/webhooks/delivery-identity'

const body = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('the identity of a delivery', () => {
  it('is the same for the same id and bytes', () => {
    expect(deliveryIdentity('evt_1', body('{}'))).toBe(deliveryIdentity('evt_1', body('{}')))
    expect(deliveryIdentity('evt_1', body('{}'))).toMatch(/^[0-9a-f]{64}$/)
  })

  it('differs with the bytes, the id, no id, and where one ends and the other begins', () => {
    const identities = [
      deliveryIdentity('evt_1', body('{}')),
      deliveryIdentity('evt_1', body('{} ')),
      deliveryIdentity('evt_2', body('{}')),
      deliveryIdentity(null, body('{}')),
      deliveryIdentity('null', body('{}')),
      deliveryIdentity('evt_1{', body('}')),
      deliveryIdentity('', body('evt_1{}')),
    ]
    expect(new Set(identities).size).toBe(identities.length)
  })
})
