import type { ShopId } from '@/lib/core/ids'
import type { Keyring } from '@/lib/core/keyring'

/** Which slot, in which wording, led somewhere: everybody's who clicked it, so it names nobody. */
export type Source = { slot: string; variant: string }

const PATTERN = /^([a-z0-9-]{1,60})\.([a-z0-9-]{1,20})\.([0-9a-f]{16})$/

const markOf = (keyring: Keyring, shopId: ShopId, { slot, variant }: Source): string =>
  keyring.keyedHash('source', `${shopId}/${slot}/${variant}`).slice(0, 16)

/** What the shop tells with the order (`sourceToken`): nobody else can make it. */
export const sourceToken = (keyring: Keyring, shopId: ShopId, source: Source): string =>
  `${source.slot}.${source.variant}.${markOf(keyring, shopId, source)}`

/** The slot of a `sourceToken`; null for one that isn't ours: shops name other pages, too. */
export function readSource(keyring: Keyring, shopId: ShopId, token: string): Source | null {
  const [, slot, variant, mark] = PATTERN.exec(token) ?? []
  if (!slot || !variant || mark !== markOf(keyring, shopId, { slot, variant })) return null
  return { slot, variant }
}
