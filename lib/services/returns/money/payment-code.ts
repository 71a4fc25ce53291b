import type { Keyring } from '@/lib/core/keyring'

const ownerOf = (shopId: string, paymentId: string) => `${shopId}/return_payments/${paymentId}`

export const sealPaymentCode = (keyring: Keyring, shopId: string, paymentId: string, code: string): string =>
  keyring.seal(ownerOf(shopId, paymentId), code)

/** The code of a store credit, for its shopper. */
export const openPaymentCode = (
  keyring: Keyring,
  shopId: string,
  paymentId: string,
  sealed: string,
): string => keyring.open(ownerOf(shopId, paymentId), sealed)
