import type { LabelFault } from './label-request'

/** Later the same request may go through: the sender was too fast, or the other side is not well. */
const PASSING = new Set([408, 425, 429])

const LONGEST = 500
const SENTENCES = 5

const SAYING = /^(message|detail|title|text)$/

/** The sentences of an error body, wherever they stand: no two vendors put them in the same place. */
function sentencesIn(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return SAYING.test(key) || key === '' ? [value] : []
  // A list of texts under a field's name says what is wrong with the field.
  if (Array.isArray(value))
    return value.flatMap((one) =>
      typeof one === 'string' ? [key ? `${key}: ${one}` : one] : sentencesIn(one),
    )
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => sentencesIn(inner, name || '-'))
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}

const waitOf = (retryAfter: string | null): number | undefined =>
  retryAfter && /^\d{1,6}$/.test(retryAfter) ? Number(retryAfter) : undefined

/** What an answer of 400 and more says, for the merchant and for the next try. */
export function readFault(status: number, body: string, retryAfter: string | null): LabelFault {
  const said = [...new Set(sentencesIn(parse(body)))].slice(0, SENTENCES).join('; ')
  const retryAfterSeconds = waitOf(retryAfter)
  return {
    status,
    detail: (said ? `${status}: ${said}` : `${status}`).slice(0, LONGEST),
    passes: status >= 500 || PASSING.has(status),
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  }
}
