const lineField = (what: string, orderId: string, lineId: string) =>
  `${what}-${orderId}-${encodeURIComponent(lineId)}`

/**
 * Names of the fields of the steps' forms: what a form sends, what a `DraftProblem` names and what an error summary leads to.
 * `key` is the draft's key of an item.
 */
export const draftFields = {
  /** The whole list, where nothing of it is chosen. */
  items: 'items',
  quantity: (orderId: string, lineId: string) => lineField('quantity', orderId, lineId),
  reason: (key: string) => `reason-${key}`,
  subReason: (key: string) => `subReason-${key}`,
  comment: (key: string) => `comment-${key}`,
  photos: (key: string) => `photos-${key}`,
  outcome: (key: string) => `outcome-${key}`,
  exchangeSku: (key: string) => `exchangeSku-${key}`,
  /** How many. */
  boxes: 'boxes',
  box: (key: string) => `box-${key}`,
  method: 'method',
  store: 'store',
  pickupDay: 'pickupDay',
  carrier: (box: number) => `carrier-${box}`,
  number: (box: number) => `number-${box}`,
  email: 'email',
  order: 'order',
} as const
