import type { ShopId } from '@/lib/core/ids'
import type { Keyring } from '@/lib/core/keyring'

/** Crockford's base 32: no I, L, O or U, so that nothing is misread. https://www.crockford.com/base32.html */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** 10 letters of 5 bits are 50. */
const LENGTH = 10

/** An order's own code to recommend the shop with: the same each time, telling nothing of the order to who reads it. */
export const referralCode = (keyring: Pick<Keyring, 'keyedHash'>, shopId: ShopId, orderId: string): string =>
  (keyring.keyedHash('referral', `${shopId}/${orderId}`).match(/../g) ?? [])
    .slice(0, LENGTH)
    .map((byte) => LETTERS[Number.parseInt(byte, 16) % LETTERS.length])
    .join('')
