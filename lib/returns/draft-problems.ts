import type { DraftProblem } from './draft-change'

/**
 * Everything that can be wrong with an answer, with the values that its words may use: the message `returns.errors.<key>` says
 * it, the field is the form's (`draftFields`).
 */
export const DRAFT_PROBLEMS = {
  nothingChosen: [],
  /** More than can still go back. */
  quantityTooMany: ['left'],
  notEligible: ['title'],
  /** More pieces than the shop takes in one return. */
  itemsTooMany: ['max'],
  reasonMissing: ['title'],
  subReasonMissing: ['title'],
  commentMissing: ['title'],
  commentTooLong: ['max'],
  photosMissing: ['title'],
  photosTooMany: ['most'],
  /** Of no format that is opened here, or broken. */
  photoUnreadable: [],
  photoTooLarge: [],
  photoTooManyPixels: ['megapixels'],
  outcomeMissing: ['title'],
  /** Not offered for what is chosen. */
  outcomeNotOffered: ['title'],
  exchangeMissing: ['title'],
  /** Not (any more) among what an exchange may send. */
  exchangeSoldOut: ['title'],
  boxUnknown: [],
  boxEmpty: ['box'],
  methodMissing: [],
  methodNotOffered: [],
  storeMissing: [],
  /** None, or one on which no parcel is fetched. */
  pickupDayMissing: [],
  carrierMissing: [],
  numberInvalid: [],
  emailMissing: [],
  emailInvalid: [],
  orderCurrency: [],
  orderKnown: [],
  orderOfSomebodyElse: [],
  ordersTooMany: ['max'],
  /** A present is returned by itself. */
  orderGift: [],
  /** What is named isn't there (any more), or isn't asked. */
  other: [],
} as const satisfies Record<string, readonly string[]>

export type DraftProblemKey = keyof typeof DRAFT_PROBLEMS
type ValuesOf<K extends DraftProblemKey> = Record<(typeof DRAFT_PROBLEMS)[K][number], string | number>

/** A problem with exactly the values that its words may use. */
export function draftProblem<K extends DraftProblemKey>(
  field: string,
  key: K,
  ...[values]: (typeof DRAFT_PROBLEMS)[K] extends readonly [] ? [] : [values: ValuesOf<K>]
): DraftProblem {
  return values ? { field, key, values } : { field, key }
}
