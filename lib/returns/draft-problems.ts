import type { DraftProblem } from './draft-change'

/**
 * Everything that can be wrong with an answer, with the values that its words may use: the message `returns.errors.<key>` says
 * it, the field is the form's (`draftFields`).
 */
export const DRAFT_PROBLEMS = {
  /** Nothing is chosen. */
  no_items: [],
  /** The line, or the item, isn't there (any more). */
  unknown_item: [],
  /** More than can still go back. */
  too_many: ['left'],
  /** The line can't go back. */
  not_returnable: ['title'],
  /** More pieces than the shop takes in one return. */
  too_many_items: ['max'],
  reason_missing: ['title'],
  sub_reason_missing: ['title'],
  comment_missing: ['title'],
  comment_too_long: ['max'],
  photos_missing: ['title'],
  photos_too_many: ['max'],
  /** Of no format that is opened here, or broken. */
  photo_not_picture: ['position'],
  photo_too_large: ['position', 'megabytes'],
  photo_too_many_pixels: ['position', 'megapixels'],
  outcome_missing: ['title'],
  /** Not offered for what is chosen. */
  outcome_not_offered: ['title'],
  variant_missing: ['title'],
  /** Not (any more) among those that an exchange may send. */
  variant_unknown: ['title'],
  out_of_stock: ['title', 'left'],
  boxes_number: ['max'],
  box_missing: ['title'],
  box_empty: ['box'],
  method_missing: [],
  method_not_offered: [],
  store_missing: [],
  pickup_day_missing: [],
  /** No parcel is fetched on that day. */
  pickup_day_not_offered: [],
  carrier_missing: ['box'],
  number_wrong: ['box'],
  email_missing: [],
  email_wrong: [],
  /** Nothing is asked: the order's own address is used. */
  email_not_asked: [],
  /** No such order, or not this shopper's. */
  order_unknown: [],
  order_currency: [],
  order_too_many: ['max'],
  /** A present is returned by itself. */
  order_gift: [],
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
