import type { Keyring } from '@/lib/core/keyring'
import { readProof } from './proof'

/** What finds a customer's other orders and returns without their address in clear; null: nobody known. */
export function customerKey(keyring: Keyring, email: string | null): string | null {
  const { text } = readProof(email ?? '')
  return text === '' ? null : keyring.keyedHash('customer', text)
}
