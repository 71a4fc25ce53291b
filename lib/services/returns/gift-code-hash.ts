import type { Keyring } from '@/lib/core/keyring'

/** How a gift's code rests in the database; `key` is its `giftCodeKey`. */
export const giftCodeHash = (keyring: Keyring, shopId: string, key: string): string =>
  keyring.keyedHash('gift-code', `${shopId}/${key}`)
