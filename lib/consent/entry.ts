import type { SentChannel } from './channel'
import type { Purpose } from './purpose'

/** What somebody did. */
export const ACTS = [
  /** Asked for it; counts for nothing until it is confirmed. */
  'requested',
  /** Said yes, and nothing has proven yet that it was the owner of the address. */
  'given',
  /** Said yes from the mailbox or telephone itself. */
  'confirmed',
  /** Took a yes back. */
  'withdrawn',
  /** Said no, whether or not there was a yes. */
  'objected',
  /** Took a no to personalisation back. */
  'allowed',
] as const
export type Act = (typeof ACTS)[number]

/** `marketing`: everything that advertises. `personalisation`: what a page chooses by what somebody bought or did. */
export type Subject = Purpose | 'marketing' | 'personalisation'

/** One line of the log, as far as a decision needs it. */
export type ConsentEntry = {
  id: string
  at: Date
  act: Act
  subject: Subject
  /** Null: whichever. */
  channel: SentChannel | null
}
