import type { z } from 'zod'
import type { ErrorCode } from '@/lib/core/error-codes'

/** Who may ask, and how they show it. */
export type Access =
  /** `Authorization: Bearer ds_…` */
  | 'merchant'
  /** The link's token, or what is no secret, in the path. */
  | 'shopper'
  /** Anybody. */
  | 'open'

/** What belongs together, in reading order. */
export const TAGS = {
  Shoppers: 'What a link or a parcel’s number opens, without a key.',
  'Orders and parcels': 'What a shop writes of its orders and reads of its parcels.',
  Returns: 'What a shop reads and does of its returns, and which services they use.',
  'Return policy': 'What may go back, how and for what: one versioned document.',
  Care: 'What somebody at the shop should look at, and what is given for broken promises.',
  Products: 'What a shop sells, and where it is fetched from.',
  Consent: 'Who may be sent what, and on what ground.',
  Slots: 'What a shop shows and asks on its pages, and what it was told there.',
  Measuring: 'What slots brought, counted without a person.',
  Webhooks: 'Where carriers and aggregators post to, and what was posted to the shop.',
  Hosts: 'The shop’s own (sub)domains.',
  Service: 'The service itself.',
} as const satisfies Record<string, string>

export type PathParameter = { name: string; description: string; example: string }

/** What may stand behind the `?`. */
export type QueryParameter = {
  name: string
  description: string
  schema: z.ZodType
  example?: string | number
}

/** Parameters that several operations share, by their names among the document's components. */
export type SharedParameter = 'locale' | 'acceptLanguage' | 'ifNoneMatch' | 'idempotencyKey'

export type Answer = {
  description: string
  /** Left out: no body, or one that is no JSON. */
  schema?: z.ZodType
  example?: unknown
  /** Names among the document's header components. */
  headers?: readonly ('ETag' | 'Location' | 'IdempotencyReplayed')[]
  mediaType?: string
}

/** One method at one address, as the document tells it. */
export type Operation = {
  id: string
  method: 'get' | 'put' | 'post' | 'delete'
  path: string
  tag: keyof typeof TAGS
  summary: string
  description?: string
  access: Access
  /** Whether a warehouse's key may, too. */
  warehouse?: true
  parameters: readonly PathParameter[]
  query?: readonly QueryParameter[]
  shared?: readonly SharedParameter[]
  body?: { name: string; schema: z.ZodType; description: string; example: unknown }
  answers: Readonly<Record<number, Answer>>
  /** Expected errors of its own; those of its kind of access are added. */
  problems: readonly ErrorCode[]
}
