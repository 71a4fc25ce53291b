import type { Keyring } from '@/lib/core/keyring'

/** A network address as the log keeps it: one that is named later can be compared, none can be read. */
export const networkHash = (keyring: Keyring, peer: string): string =>
  keyring.keyedHash('consent-network', peer)
