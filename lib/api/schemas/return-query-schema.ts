import { z } from 'zod'
import { isKnown } from '@/lib/core/is-known'
import { GROUNDS, RETURN_STATES } from '@/lib/returns/vocabulary'

const MAX_PAGE = 100

const states = z.string().transform((text, context) =>
  text.split(',').flatMap((part) => {
    const state = part.trim()
    if (isKnown(RETURN_STATES, state)) return [state]
    context.addIssue({ code: 'custom', message: `«${state}» is none of ${RETURN_STATES.join(', ')}` })
    return []
  }),
)

const moment = z.union([z.iso.date(), z.iso.datetime({ offset: true })]).transform((text) => new Date(text))

/** The newest return of the page before, as its cursor names it. */
const cursor = z.string().transform((text, context) => {
  const [createdAt = '', id = ''] = Buffer.from(text, 'base64url').toString().split(' ')
  const parsed = z.object({ createdAt: z.iso.datetime(), id: z.uuid() }).safeParse({ createdAt, id })
  if (parsed.success) return parsed.data
  context.addIssue({ code: 'custom', message: 'is no cursor of a list' })
  return z.NEVER
})

export const cursorOf = ({ createdAt, id }: { createdAt: string; id: string }): string =>
  Buffer.from(`${createdAt} ${id}`).toString('base64url')

/** What stands behind the `?` of a list of returns. */
export const RETURN_QUERY = {
  state: states.optional(),
  ground: z.enum(GROUNDS).optional(),
  needs: z.enum(['review', 'check', 'money', 'answer']).optional(),
  order: z.string().max(100).optional(),
  q: z.string().trim().min(1).max(200).optional(),
  from: moment.optional(),
  to: moment.optional(),
  limit: z.coerce.number().int().min(1).max(MAX_PAGE).default(25),
  cursor: cursor.optional(),
} as const

export const returnQuerySchema = z.strictObject({ ...RETURN_QUERY, locale: z.string().optional() })
