import type { DraftProblemKey } from '@/lib/returns/draft-problems'

const VALUES = { title: 'Regenjacke', left: 2, max: 10, most: 5, megapixels: 50, box: 2 }

const KEYS: Record<DraftProblemKey, true> = {
  nothingChosen: true,
  quantityTooMany: true,
  notEligible: true,
  itemsTooMany: true,
  reasonMissing: true,
  subReasonMissing: true,
  commentMissing: true,
  commentTooLong: true,
  photosMissing: true,
  photosTooMany: true,
  photoUnreadable: true,
  photoTooLarge: true,
  photoTooManyPixels: true,
  outcomeMissing: true,
  outcomeNotOffered: true,
  exchangeMissing: true,
  exchangeSoldOut: true,
  boxUnknown: true,
  boxEmpty: true,
  methodMissing: true,
  methodNotOffered: true,
  storeMissing: true,
  pickupDayMissing: true,
  carrierMissing: true,
  numberInvalid: true,
  emailMissing: true,
  emailInvalid: true,
  orderCurrency: true,
  orderKnown: true,
  orderOfSomebodyElse: true,
  ordersTooMany: true,
  orderGift: true,
  other: true,
}

/** Everything that can be wrong with an answer, as it is told. */
export const DRAFT_PROBLEM_SAMPLES = Object.keys(KEYS).map((key) => ({ key, values: VALUES }))
