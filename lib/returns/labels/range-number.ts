import type { LabelRange } from '@/lib/returns/settings'
import { gs1CheckDigit, s10CheckDigit } from './check-digits'

const S10_DIGITS = 8
/** Of an SSCC's 18 digits the last is the check digit. */
const SSCC_DIGITS = 17

const WRITE = {
  s10: ({ prefix, suffix }, serial) => {
    const digits = String(serial).padStart(S10_DIGITS, '0')
    return `${prefix}${digits}${s10CheckDigit(digits)}${suffix}`
  },
  sscc: ({ prefix }, serial) => {
    const digits = `${prefix}${String(serial).padStart(SSCC_DIGITS - prefix.length, '0')}`
    return `${digits}${gs1CheckDigit(digits)}`
  },
  plain: ({ prefix, suffix, last }, serial) =>
    `${prefix}${String(serial).padStart(String(last).length, '0')}${suffix}`,
} as const satisfies Record<LabelRange['scheme'], (range: LabelRange, serial: number) => string>

/** One number of a range, with its check digit where the scheme has one; all of a plain range are equally long. */
export const rangeNumber = (range: LabelRange, serial: number): string => WRITE[range.scheme](range, serial)
