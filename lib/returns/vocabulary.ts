/** Why a return may be: the statutory kinds are facts of law, `goodwill` and `exchange` are the shop's own offer. */
export const GROUNDS = ['goodwill', 'exchange', 'warranty', 'withdrawal'] as const
export type Ground = (typeof GROUNDS)[number]

/** What a shopper may get for an item. */
export const OUTCOMES = [
  'refund',
  'store_credit',
  'exchange_variant',
  'exchange_product',
  'replacement',
  'keep',
  'repair',
] as const
export type Outcome = (typeof OUTCOMES)[number]

/** How an item travels back. */
export const METHOD_KINDS = ['label', 'qr', 'store', 'pickup', 'own_carrier'] as const
export type MethodKind = (typeof METHOD_KINDS)[number]

/** Where a return stands; the last six are ends. */
export const RETURN_STATES = [
  'requested',
  'needs_review',
  'approved',
  'label_issued',
  'in_transit',
  'received',
  'checked',
  'refunded',
  'exchanged',
  'credited',
  'rejected',
  'cancelled',
  'expired',
] as const
export type ReturnState = (typeof RETURN_STATES)[number]

/** What a warehouse finds. */
export const GRADES = ['as_new', 'opened', 'worn', 'damaged', 'wrong_item', 'missing'] as const
export type Grade = (typeof GRADES)[number]

/** Where a checked item goes. */
export const DISPOSITIONS = [
  'restock',
  'refurbish',
  'second_hand',
  'donate',
  'recycle',
  'return_to_supplier',
] as const
export type Disposition = (typeof DISPOSITIONS)[number]

/** Who did something. */
export const ACTORS = ['shopper', 'merchant', 'warehouse', 'carrier', 'system'] as const
export type Actor = (typeof ACTORS)[number]

/** When money moves by itself. */
export const REFUND_TRIGGERS = ['first_scan', 'receipt', 'check'] as const
export type RefundTrigger = (typeof REFUND_TRIGGERS)[number]

/** When the new item of an exchange leaves. */
export const EXCHANGE_SHIPPING = ['at_once', 'first_scan', 'receipt'] as const
export type ExchangeShipping = (typeof EXCHANGE_SHIPPING)[number]

/** Outcomes that send something to the shopper. */
export const SENDS_SOMETHING: Record<Outcome, boolean> = {
  refund: false,
  store_credit: false,
  exchange_variant: true,
  exchange_product: true,
  replacement: true,
  keep: false,
  repair: true,
}
