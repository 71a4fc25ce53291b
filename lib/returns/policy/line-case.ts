import type { Asked } from './fact-value'
import type { Said } from './said'

/** A line as it is decided: what was asked, and what the rules that hold say of it. */
export type LineCase = {
  asked: Asked
  /** The strongest first. */
  said: readonly Said[]
  /** The right of withdrawal: what the shop may not touch (Dir. 2011/83/EU, Art. 9 to 16). */
  statutory: boolean
  /** The reason that lays the fault with the shop; null: none does. */
  fault: string | null
}

/** Who wins where the law does. */
export const BY_LAW = 'law:withdrawal'

/** Who wins where the shop bears the fault. */
export const byFault = (reason: string): string => `fault:${reason}`
