import { createTranslator } from 'use-intl/core'
import type { Messages } from './messages'

/** Words by key in one language (`intl` is a tag for Intl); a fault in a message throws instead of printing its key. */
export const createTranslate = (intl: string, messages: Messages) =>
  createTranslator<Messages>({
    locale: intl,
    messages,
    timeZone: 'UTC',
    onError: (error) => {
      throw error
    },
  })

/** Words by key: `t('lookUp.title')`. */
export type Translate = ReturnType<typeof createTranslate>
