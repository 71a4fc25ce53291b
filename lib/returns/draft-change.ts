import type { Outcome } from './vocabulary'

/** One step's answer; each replaces what was chosen there before. */
export type DraftChange =
  /** Quantity 0 takes a line out; what was answered for a line that stays is kept. */
  | { kind: 'items'; chosen: { orderId: string; lineId: string; quantity: number }[] }
  /** Its pieces become items of one piece each, to be answered apart. */
  | { kind: 'split'; key: string }
  | {
      kind: 'reasons'
      answers: { key: string; reason: string; subReason: string | null; comment: string | null }[]
    }
  | { kind: 'outcomes'; answers: { key: string; outcome: Outcome; exchangeSku: string | null }[] }
  | { kind: 'boxes'; boxes: number; of: { key: string; box: number }[] }
  | {
      kind: 'method'
      method: string
      store: string | null
      pickupDay: string | null
      own: { box: number; carrier: string; number: string | null }[]
    }
  /** Where a gift's receiver can be written to. */
  | { kind: 'email'; email: string }
  | { kind: 'add_order'; orderId: string }
  | { kind: 'remove_photo'; photo: string }

/** What is wrong with an answer: the field by its name in the form (`draftFields`), and a message's key below `returns.errors`. */
export type DraftProblem = {
  field: string
  key: string
  values?: Record<string, string | number>
}
