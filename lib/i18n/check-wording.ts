import { isLocale } from './locales'
import { flattenMessages } from './merge-messages'
import { type MessageShape, messageShape } from './message-shape'
import { LOCALE_MESSAGES } from './messages'

export type WordingError = {
  locale: string
  key: string
  code: 'unknown_locale' | 'unknown_key' | 'syntax' | 'unknown_argument' | 'wrong_argument' | 'unknown_tag'
  detail: string
}

export type Wording = Partial<Record<string, Record<string, string>>>

const english = flattenMessages(LOCALE_MESSAGES.en)

const shapeOf = (text: string): MessageShape | string => {
  try {
    return messageShape(text)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** A number may be counted or printed; a text may be printed or chosen by. */
const KIND = {
  text: 'text',
  select: 'text',
  number: 'number',
  plural: 'number',
  date: 'date',
  time: 'date',
} as const

function checkShape(own: MessageShape, base: MessageShape): Omit<WordingError, 'locale' | 'key'>[] {
  const errors: Omit<WordingError, 'locale' | 'key'>[] = []
  const names = [...base.arguments.keys()].map((name) => `{${name}}`).join(', ') || 'none'
  for (const [name, use] of own.arguments) {
    const known = base.arguments.get(name)
    if (!known) errors.push({ code: 'unknown_argument', detail: `{${name}} is not given; given: ${names}` })
    else if (use !== 'text' && KIND[use] !== KIND[known])
      errors.push({ code: 'wrong_argument', detail: `{${name}} is a ${known}, not a ${use}` })
  }
  for (const tag of own.tags)
    if (!base.tags.has(tag))
      errors.push({ code: 'unknown_tag', detail: `<${tag}> has no meaning in this message` })
  return errors
}

/**
 * Checks a shop's own words against the messages they replace: each must exist, parse, and use only arguments and tags
 * that its message is given. Leaving an argument out is allowed. Returns one entry per fault, none when all is well.
 */
export function checkWording(wording: Wording): WordingError[] {
  return Object.entries(wording).flatMap(([locale, texts]) =>
    Object.entries(texts ?? {}).flatMap(([key, text]): WordingError[] => {
      if (!isLocale(locale))
        return [{ locale, key, code: 'unknown_locale', detail: `${locale} is no locale of Doorstep` }]
      const base = english.get(key)
      if (base === undefined)
        return [{ locale, key, code: 'unknown_key', detail: 'there is no message of this name' }]
      const own = shapeOf(text)
      if (typeof own === 'string') return [{ locale, key, code: 'syntax', detail: own }]
      return checkShape(own, messageShape(base)).map((error) => ({ locale, key, ...error }))
    }),
  )
}
