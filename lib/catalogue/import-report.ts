/** One thing of a source that can't be imported, and where it stands. */
export type Refusal = {
  /** `line 12`, `item 7`, `/products/3/price`: as the source counts. */
  place: string
  /** The shop's own id, where it could be read. */
  id: string | null
  /** What is wrong, for whoever keeps the source. */
  why: string
}

/** What an import did: items are counted, not products. */
export type ImportReport = {
  read: number
  new: number
  changed: number
  unchanged: number
  /** No longer told by a source that tells everything. */
  gone: number
  /** How many; `refusals` names the first of them. */
  refused: number
  refusals: Refusal[]
}

/** So many refusals are named; all are counted. */
export const NAMED_REFUSALS = 100

export const emptyReport = (): ImportReport => ({
  read: 0,
  new: 0,
  changed: 0,
  unchanged: 0,
  gone: 0,
  refused: 0,
  refusals: [],
})
