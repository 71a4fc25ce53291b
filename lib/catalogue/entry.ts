import type { CatalogueItem } from './catalogue-item'

/** Where an item stands in its source, and what it calls itself. */
export type Position = {
  /** `line 12`, `page 3, product 7`: as the source counts. */
  place: string
  /** The shop's own id, where it could be read. */
  id: string | null
}

/** One item of a source, or why it can't be used. */
export type Entry = Position & ({ item: CatalogueItem } | { why: string })
