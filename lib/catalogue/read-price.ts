import { fail, ok, type Result } from '@/lib/core/result'
import { currencyDigits } from './currency-digits'

/** Minor units of a currency. */
export type Price = { amount: number; currency: string }

/** Signs that stand for one currency alone. */
const SIGNS = { '€': 'EUR', '£': 'GBP' } as const

const FORM = /^(?<before>[A-Z]{3}|[€£])?\s*(?<number>\d[\d.,'’ ]*)\s*(?<after>[A-Z]{3}|[€£])?$/u
const MOST_DIGITS = 12
const MOST_CHARACTERS = 60

const codeOf = (text: string): string => (text === '€' || text === '£' ? SIGNS[text] : text)

const isGrouped = (whole: string): boolean => /^\d{1,3}(?:[.,]\d{3})+$/.test(whole)

/** The digits before and behind the decimal mark; null where it could be read two ways, or not at all. */
function split(number: string, digits: number): { whole: string; part: string } | null {
  const marks = number.replace(/\d/g, '')
  const last = marks.at(-1)
  if (last === undefined) return { whole: number, part: '' }
  const at = number.lastIndexOf(last)
  const [head, tail] = [number.slice(0, at), number.slice(at + 1)]
  const isRepeated = marks.length > 1 && [...marks].every((mark) => mark === last)
  const isGroup = isRepeated || (marks.length === 1 && tail.length === 3 && digits === 0)
  if (isGroup) return isGrouped(number) ? { whole: number.replace(/\D/g, ''), part: '' } : null
  // 19.900 EUR is nineteen euros ninety to one shop and nineteen thousand nine hundred to another.
  if (marks.length === 1 && tail.length === 3 && digits < 3) return null
  if (marks.length > 1 && !(isGrouped(head) && !head.includes(last))) return null
  return { whole: head.replace(/\D/g, ''), part: tail }
}

/**
 * Reads a price as feeds write it, `19,90 EUR`, `19.90 EUR`, `1.299,00 €`, `USD 1,299.00`; a number alone is in `currency`.
 * What can be read two ways is refused rather than guessed.
 */
export function readPrice(text: string, currency: string | null): Result<Price, string> {
  if (text.length > MOST_CHARACTERS) return fail(`${JSON.stringify(text.slice(0, 40))}… is no price`)
  const { before, number, after } = FORM.exec(text.replace(/[\u00a0\u202f]/g, ' ').trim())?.groups ?? {}
  if (number === undefined) return fail(`${JSON.stringify(text.slice(0, 40))} is no price`)
  const code = before ?? after
  const named = code === undefined ? currency : codeOf(code)
  if (named === null) return fail(`${JSON.stringify(text.slice(0, 40))} names no currency`)
  const digits = currencyDigits(named)
  const read = split(number.replace(/['’ ]/g, ''), digits)
  if (read === null || read.whole.length > MOST_DIGITS)
    return fail(`${JSON.stringify(text.slice(0, 40))} can’t be read for certain: write 19.90 ${named}`)
  if (/[1-9]/.test(read.part.slice(digits)))
    return fail(`${JSON.stringify(text.slice(0, 40))} is finer than ${named} is`)
  const amount = Number(`${read.whole}${read.part.slice(0, digits).padEnd(digits, '0')}`)
  return ok({ amount, currency: named })
}
