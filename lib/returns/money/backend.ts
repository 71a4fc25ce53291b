import type { AskedPayment } from './payment-message'

/** Done: the backend's own id of it, and a credit's code. */
type Done = { reference: string | null; code: string | null }

export type PayAnswer =
  | ({ kind: 'sent' } & Done)
  /** The backend answers later. */
  | { kind: 'waiting' }
  /** It surely wasn't done, and trying again is no use; words for the merchant. */
  | { kind: 'refused'; words: string }
  /** It may have been done or not: `find` tells, before anything is tried again. */
  | { kind: 'unsure'; words: string }

export type FindAnswer = ({ kind: 'found' } & Done) | { kind: 'none' } | { kind: 'unsure'; words: string }

/** Somebody who moves money, credit or goods. */
export type MoneyBackend = {
  /** Does it. Asked again with the same key after `find` said `none`. */
  pay: (asked: AskedPayment) => Promise<PayAnswer>
  /** What became of an earlier try, by the payment's key. */
  find: (asked: AskedPayment) => Promise<FindAnswer>
}
