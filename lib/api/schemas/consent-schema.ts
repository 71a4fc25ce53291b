import { z } from 'zod'
import { type Channel, SENT_CHANNELS } from '@/lib/consent/channel'
import { MARKETING, PURPOSE_IDS } from '@/lib/consent/purpose'
import { consentSettingsSchema } from '@/lib/consent/settings'

const channels = ['page', ...SENT_CHANNELS] as const satisfies readonly Channel[]

/** The body of a question whether somebody may be told something. */
export const decisionBodySchema = z.strictObject({
  email: z.email().max(320),
  purpose: z.enum(PURPOSE_IDS),
  channel: z.enum(channels),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'is a country code like DE')
    .nullable()
    .default(null)
    .describe('The recipient’s; null: not known, which is treated the strictest way.'),
  similarGoods: z
    .boolean()
    .default(false)
    .describe('What is advertised are your own goods, like those that were bought.'),
  saysHowToObject: z
    .boolean()
    .default(false)
    .describe('The message says how to object, at no more than the cost of sending.'),
  advertises: z
    .boolean()
    .default(false)
    .describe('A message about an order or a return that carries advertising besides.'),
})

const GROUNDS = ['contract', 'request', 'own_page', 'consent', 'existing_customer'] as const
const REFUSALS = [
  'advertising_in_service',
  'no_way_to_object',
  'objected',
  'unconfirmed',
  'no_consent',
  'not_in_country',
  'no_own_sale',
  'sale_too_old',
  'no_notice_at_collection',
  'not_similar_goods',
] as const

/** Whether, and why. */
export const decisionSchema = z
  .discriminatedUnion('allowed', [
    z.strictObject({
      allowed: z.literal(true),
      ground: z.enum(GROUNDS),
      personal: z.boolean().describe('False: only what doesn’t depend on who reads it.'),
    }),
    z.strictObject({
      allowed: z.literal(false),
      because: z.enum(REFUSALS).describe('What is missing first.'),
    }),
  ])
  .meta({ id: 'ConsentDecision' })

export const writtenConsentsSchema = z
  .strictObject({ written: z.int().describe('How many entries the request named.') })
  .meta({ id: 'WrittenConsents' })

export const readConsentSettingsSchema = consentSettingsSchema.extend({}).meta({ id: 'ConsentSettings' })

/** What stands behind the `?` of a list of recipients. */
export const recipientsQuerySchema = z.strictObject({
  purpose: z.enum(MARKETING),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  after: z.uuid().optional(),
  locale: z.string().optional(),
})

/** Who has agreed to mails of a purpose. */
export const recipientListSchema = z
  .strictObject({
    recipients: z.array(
      z.strictObject({
        email: z.string(),
        locale: z.string(),
        country: z.string().nullable(),
        since: z.iso.datetime().describe('When they agreed.'),
      }),
    ),
    next: z.string().nullable().describe('Send it as `after`; null: that was all.'),
  })
  .meta({ id: 'RecipientList' })
export type RecipientList = z.infer<typeof recipientListSchema>
