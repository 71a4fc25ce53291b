import { describe, expect, it } from 'vitest'
import { newId, parseShopId } from '@/lib/core/ids'
import { createKeyring } from '@/lib/core/keyring'
import { referralCode } from '@/lib/services/referral-code'

const keyring = createKeyring('a secret of the tests, long enough')
const shop = parseShopId(newId())

describe('an order’s code to recommend the shop with', () => {
  it('is the same each time, for one order in one shop', () => {
    const order = newId()
    expect(referralCode(keyring, shop, order)).toBe(referralCode(keyring, shop, order))
    expect(referralCode(keyring, shop, order)).not.toBe(referralCode(keyring, parseShopId(newId()), order))
    expect(referralCode(keyring, shop, order)).not.toBe(
      referralCode(createKeyring('another secret, which is as long'), shop, order),
    )
  })

  it('can be read aloud, and ten thousand are ten thousand', () => {
    const codes = Array.from({ length: 10_000 }, () => referralCode(keyring, shop, newId()))
    for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/)
    expect(new Set(codes).size).toBe(codes.length)
  })
})
