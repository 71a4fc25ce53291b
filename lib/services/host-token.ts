import type { ShopId } from '@/lib/core/ids'
import type { Keyring } from '@/lib/core/keyring'

/** What a shop publishes on a host: the same for the same shop and host, so that nothing need be kept. */
export const hostToken = (keyring: Keyring, shopId: ShopId, host: string): string =>
  keyring.tokenBits('host', `${shopId}/${host}`, 1)
