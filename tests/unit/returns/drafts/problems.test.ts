import { describe, expect, it } from 'vitest'
import { flattenMessages } from '@/lib/i18n/merge-messages'
import { messageShape } from '@/lib/i18n/message-shape'
import { LOCALE_MESSAGES } from '@/lib/i18n/messages'
import { DRAFT_PROBLEMS } from '@/lib/returns/draft-problems'

const english = flattenMessages(LOCALE_MESSAGES.en)

describe('what can be wrong with an answer', () => {
  it.each(Object.entries(DRAFT_PROBLEMS))('is said: %s', (key, values) => {
    const text = english.get(`returns.errors.${key}`)
    expect(text, key).toBeDefined()
    for (const name of messageShape(text ?? '').arguments.keys()) expect(values, key).toContain(name)
  })
})
