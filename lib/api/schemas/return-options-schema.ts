import { z } from 'zod'
import { LOCALES } from '@/lib/i18n/locales'
import { METHOD_KINDS, OUTCOMES } from '@/lib/returns/vocabulary'
import { moneySchema } from './money-schema'
import { returnStateSchema } from './return-schema'

const ASKED = ['no', 'welcome', 'required'] as const

const variantOfferSchema = z
  .strictObject({
    sku: z.string(),
    title: z.string(),
    variant: z.string().nullable(),
    options: z.record(z.string(), z.string()),
    price: moneySchema.nullable().describe('Null in the return of a gift.'),
    left: z.int().nullable().describe('Pieces that nobody has set aside; null: not counted.'),
    image: z.url().nullable(),
  })
  .meta({ id: 'VariantOffer', description: 'What an exchange can send.' })

const lineSchema = z
  .strictObject({
    line: z.string().describe('The shop’s id of the line.'),
    title: z.string(),
    variant: z.string().nullable(),
    sku: z.string().nullable(),
    image: z.url().nullable(),
    quantity: z.int().describe('How many were bought.'),
    left: z.int().describe('How many can still go back.'),
    eligible: z.boolean(),
    refusal: z.string().nullable().describe('Why it can’t go back, in words.'),
    until: z.iso.date().nullable().describe('The last day; null: there is none, or it isn’t known yet.'),
    paidEach: moneySchema.describe('What was paid for one piece after every discount, rounded down.'),
    reasons: z.array(z.string()).describe('Ids of `reasons`.'),
    outcomes: z.array(z.enum(OUTCOMES)),
    methods: z.array(z.string()).describe('Ids of `methods`.'),
    variants: z.array(variantOfferSchema).describe('Other variants of the product, for an exchange.'),
    words: z.strictObject({
      until: z.string().nullable().describe('Until when, in words; null where it can’t go back.'),
    }),
  })
  .meta({ id: 'ReturnableLine' })

const subReasonSchema = z.strictObject({
  id: z.string(),
  text: z.string(),
  photos: z.enum(ASKED),
  comment: z.enum(ASKED),
  hint: z.string().nullable(),
})

const reasonSchema = subReasonSchema
  .extend({
    hint: z.string().nullable().describe('What may spare the way back: a size chart, a way to mend it.'),
    outcomes: z.array(z.enum(OUTCOMES)).nullable().describe('Narrows the outcomes; null: it doesn’t.'),
    subReasons: z.array(subReasonSchema).describe('Where there are any, one has to be chosen.'),
  })
  .meta({ id: 'ReturnReason' })

export const returnMethodSchema = z
  .strictObject({
    id: z.string(),
    kind: z.enum(METHOD_KINDS),
    text: z.string(),
    needs: z.string().describe('What is needed for it, in words.'),
    instructions: z.string().nullable(),
    price: moneySchema,
    stores: z.array(z.strictObject({ id: z.string(), name: z.string(), address: z.string() })),
    pickupDays: z.array(z.iso.date()),
  })
  .meta({ id: 'ReturnMethod' })

/** What of an order can go back, and how. */
export const returnOptionsSchema = z
  .strictObject({
    shop: z.string(),
    order: z.string(),
    locale: z.enum(LOCALES),
    currency: z.string(),
    lines: z.array(lineSchema),
    reasons: z.array(reasonSchema),
    outcomes: z.array(z.strictObject({ id: z.enum(OUTCOMES), text: z.string(), detail: z.string() })),
    methods: z.array(returnMethodSchema),
    products: z.array(variantOfferSchema).describe('What an exchange for something else chooses from.'),
    returns: z
      .array(
        z.strictObject({
          number: z.string(),
          state: returnStateSchema,
          createdAt: z.iso.datetime(),
          links: z.strictObject({ page: z.url(), json: z.url() }),
        }),
      )
      .describe('Returns that the order has had, the newest first.'),
  })
  .meta({ id: 'ReturnOptions' })
