import type { Entry } from './entry'

/** What a shop's platform says of one product. */
export type ProductChange = {
  /** The platform's id of the product. */
  product: string
  /** When it was so; null: it isn't said. */
  at: Date | null
  /** Everything that is sold of it now, given where and in what; none: it is gone. */
  entries: (site: { origin: string; currency: string }) => Entry[]
  /** Items that are sold, too, and aren't told here. */
  others: readonly string[]
}
