import { isDeepStrictEqual } from 'node:util'
import type { SlotVariant } from './placed-slot'

type Tested = { variants: readonly SlotVariant[]; testSince: Date | null }

/** Since when a slot's variants are tried as they are: from now on where any of them is another than before; null: nothing is tried. */
export function testSinceOf(before: Tested | null, variants: readonly SlotVariant[], now: Date): Date | null {
  if (variants.length < 2) return null
  return before && isDeepStrictEqual(before.variants, variants) ? (before.testSince ?? now) : now
}
