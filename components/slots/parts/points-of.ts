import type { SlotOrder } from '@/lib/slots/slot-data'

const digitsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2

/** Whole points for an order, `rate` for one unit of its currency; what binary fractions add is cut off before. */
export const pointsOf = ({ value, currency }: SlotOrder, rate: number | null): number =>
  rate === null ? 0 : Math.floor(Number(((value * rate) / 10 ** digitsOf(currency)).toFixed(6)))
