import { parse } from 'lossless-json'
import { fail, ok, type Result } from '@/lib/core/result'

/** Deeper than any vendor's body, shallow enough for a recursive reader. */
const MAX_DEPTH = 100

/** `true` as soon as brackets outside strings nest deeper than allowed; reads each character once. */
function isTooDeep(text: string): boolean {
  let depth = 0
  let inString = false
  for (let i = 0; i < text.length; i++) {
    const char = text[i]
    if (inString) {
      if (char === '\\') i++
      else if (char === '"') inString = false
    } else if (char === '"') inString = true
    else if (char === '{' || char === '[') {
      if (++depth > MAX_DEPTH) return true
    } else if (char === '}' || char === ']') depth--
  }
  return false
}

/** Integers beyond 2^53 (and numbers beyond a double's range) stay text, digit for digit. */
function readNumber(text: string): number | string {
  const value = Number(text)
  const exact = /^-?\d+$/.test(text) ? Number.isSafeInteger(value) : Number.isFinite(value)
  return exact ? value : text
}

/** Numbers that a double may not hold, or what looks like one inside a string: only then is the slower reader needed. */
const LOSSY_NUMBER = /(?:^|[[:,\s-])\d{16}|\d[eE]\+?\d{3}/

const LOSSLESS = {
  parseNumber: readNumber,
  onDuplicateKey: ({ newValue }: { newValue: unknown }) => newValue,
}

/** Where there is neither an escape nor this name, there is nothing to clean. */
const UNCLEAN = /\\u|__proto__/

/** Postgres takes neither NUL nor half a surrogate pair in text or jsonb: both become U+FFFD. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: NUL is what is looked for
const storable = (text: string): string => text.replace(/\u0000|\p{Surrogate}/gu, '\ufffd')

function clean(value: unknown): unknown {
  if (typeof value === 'string') return storable(value)
  if (Array.isArray(value)) return value.map(clean)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== '__proto__')
      .map(([key, member]) => [storable(key), clean(member)]),
  )
}

/**
 * Reads a body as JSON without losing what it says: strict UTF-8 (a byte order mark is passed over), integers beyond 2^53 as text,
 * the last of two equal keys, at most 100 levels. NUL and lone surrogates become U+FFFD and `__proto__` keys are left out; the
 * untouched bytes are kept elsewhere.
 */
export function parseJson(body: Uint8Array): Result<unknown, { message: string }> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body)
    if (isTooDeep(text)) return fail({ message: `Nested deeper than ${MAX_DEPTH} levels` })
    const value: unknown = LOSSY_NUMBER.test(text) ? parse(text, null, LOSSLESS) : JSON.parse(text)
    return ok(UNCLEAN.test(text) ? clean(value) : value)
  } catch (error) {
    return fail({ message: error instanceof Error ? error.message : 'Not JSON' })
  }
}
