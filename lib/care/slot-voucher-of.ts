import type { SlotVoucher } from '@/lib/slots/slot-data'

/** A voucher as long as it counts; `today` in the shop's zone, `YYYY-MM-DD`. */
export const slotVoucherOf = (voucher: SlotVoucher | null, today: string): SlotVoucher | null =>
  voucher && (voucher.validUntil === null || voucher.validUntil >= today) ? voucher : null
