import type { FieldError } from '@/lib/core/field-error'
import { pointerOf } from '@/lib/core/field-error'
import type { LabelRange, ReturnSettings } from './settings'

const S10_LAST = 99_999_999
/** Of an SSCC's 18 digits the last is a check digit. */
const SSCC_DIGITS = 17

type Complaint = { field: keyof LabelRange; detail: string }

const SCHEMES = {
  s10: ({ prefix, suffix, last }) => [
    ...(/^[A-Z]{2}$/.test(prefix)
      ? []
      : [{ field: 'prefix' as const, detail: 'is no service indicator like RR' }]),
    ...(/^[A-Z]{2}$/.test(suffix)
      ? []
      : [{ field: 'suffix' as const, detail: 'is no country code like DE' }]),
    ...(last <= S10_LAST
      ? []
      : [{ field: 'last' as const, detail: `is more than ${S10_LAST}: S10 has 8 digits` }]),
  ],
  sscc: ({ prefix, last }) => {
    if (!/^\d{8,11}$/.test(prefix))
      return [
        { field: 'prefix', detail: 'is no extension digit with a GS1 company prefix of 7 to 10 digits' },
      ]
    const most = 10 ** (SSCC_DIGITS - prefix.length) - 1
    return last <= most
      ? []
      : [{ field: 'last', detail: `is more than ${most}: beside this prefix no digit is left` }]
  },
  // What Code 128 and Data Matrix write alike, and numbers are compared in: upper case.
  plain: ({ prefix }) =>
    /^[A-Z0-9-]*$/.test(prefix)
      ? []
      : [{ field: 'prefix', detail: 'has other characters than capital letters, digits and hyphens' }],
} as const satisfies Record<LabelRange['scheme'], (range: LabelRange) => Complaint[]>

/** What is wrong with a shop's number ranges: numbers that their scheme can't write, and a name that two carriers count with. */
export function checkRanges({ ranges }: ReturnSettings): FieldError[] {
  const seen = new Set<string>()
  return Object.entries(ranges).flatMap(([carrier, range]) => {
    const complaints: Complaint[] = [...SCHEMES[range.scheme](range)]
    if (range.symbology === 'gs1-128' && range.scheme !== 'sscc')
      complaints.push({
        field: 'symbology',
        detail: 'is for SSCC alone: GS1-128 has no place for other numbers',
      })
    if (range.first > range.last) complaints.push({ field: 'last', detail: 'is less than the first' })
    if (seen.has(range.name))
      complaints.push({ field: 'name', detail: 'is the name of another range: both would count together' })
    seen.add(range.name)
    return complaints.map(({ field, detail }) => ({
      pointer: pointerOf(['ranges', carrier, field]),
      code: 'unusable_range',
      detail,
    }))
  })
}
