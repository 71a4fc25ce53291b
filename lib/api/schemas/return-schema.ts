import { z } from 'zod'
import { LOCALES } from '@/lib/i18n/locales'
import { GROUNDS, METHOD_KINDS, RETURN_STATES } from '@/lib/returns/vocabulary'
import { moneySchema } from './money-schema'
import { returnBoxSchema } from './return-box-schema'
import { returnItemSchema } from './return-item-schema'
import { returnSumSchema } from './return-sum-schema'

export const returnStateSchema = z.enum(RETURN_STATES).meta({
  id: 'ReturnState',
  description:
    'The last six are ends: `refunded`, `exchanged`, `credited`, `rejected`, `cancelled`, `expired`.',
})
export const groundSchema = z.enum(GROUNDS).meta({
  id: 'ReturnGround',
  description:
    '`withdrawal` and `warranty` are rights by law; `goodwill` and `exchange` are the shop’s own offer.',
})

const moment = z.iso.datetime().nullable()

const wordsSchema = z
  .strictObject({
    title: z.string().describe('Where it stands.'),
    meaning: z.string(),
    next: z.string().describe('What happens next.'),
    steps: z.array(z.string()).describe('The steps of its progress, by name, in their order.'),
    handIn: z
      .array(
        z.strictObject({ text: z.string(), lines: z.array(z.string()).describe('An address below it.') }),
      )
      .describe('How to hand it in, step by step; none where there is nothing to hand in (any more).'),
    money: z.string().nullable().describe('The day counter of the money; null where none runs.'),
    labels: z
      .strictObject({
        progress: z.string(),
        items: z.string(),
        label: z.string(),
        handIn: z.string(),
        sum: z.string(),
        money: z.string(),
      })
      .describe('What stands over its parts.'),
  })
  .meta({ id: 'ReturnWords', description: 'The return in words, in the language that was asked for.' })

const methodSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(METHOD_KINDS),
  name: z.string().describe('In the asked language.'),
  instructions: z.string().nullable(),
  store: z.strictObject({ id: z.string(), name: z.string(), address: z.string() }).nullable(),
  pickupDay: z.iso.date().nullable(),
})

const paymentSchema = z.strictObject({
  kind: z.enum(['refund', 'credit', 'exchange', 'charge']),
  order: z.string().describe('The number of the order that it is of.'),
  money: moneySchema.nullable().describe('Null in the return of a gift until it is sent.'),
  state: z
    .enum(['due', 'waiting', 'sent', 'failed'])
    .describe('`waiting`: asked for, not confirmed yet; `failed`: the shop looks after it.'),
  code: z.string().nullable().describe('A store credit’s code.'),
  sentAt: moment,
})

const clockSchema = z
  .strictObject({
    day: z.int().nullable().describe('Day n of `of`, from 0; null: counting hasn’t started.'),
    of: z.int(),
    latest: z.iso.date().nullable().describe('The last day on which the money may be sent.'),
    overdue: z.boolean(),
    sent: z
      .strictObject({ on: z.iso.date(), from: z.iso.date(), to: z.iso.date() })
      .nullable()
      .describe('When it was sent, and the days on which it reaches an account.'),
  })
  .meta({ id: 'RefundClock' })

/** A return as its link shows it. */
export const returnSchema = z
  .strictObject({
    shop: z.string(),
    number: z.string().describe('As people read and say it.'),
    locale: z.enum(LOCALES).describe('The language of the words.'),
    ground: groundSchema,
    state: returnStateSchema,
    version: z.int().describe('Rises with every change.'),
    gift: z.boolean(),
    currency: z.string(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    sentAt: moment.describe('The first scan of a box, or its arrival.'),
    receivedAt: moment,
    checkedAt: moment,
    settledAt: moment,
    labelUntil: z.iso.date().nullable().describe('The last day on which a label can be used.'),
    orders: z.array(z.strictObject({ number: z.string(), placedAt: z.iso.datetime() })),
    method: methodSchema,
    items: z.array(returnItemSchema),
    boxes: z.array(returnBoxSchema),
    sum: returnSumSchema
      .nullable()
      .describe('As it was confirmed; null in the return of a gift, which shows no prices.'),
    payments: z.array(paymentSchema),
    clock: clockSchema.nullable().describe('The day counter of the money; null where no money comes back.'),
    progress: z.strictObject({
      steps: z.array(z.string()),
      current: z.int().describe('Index of the present step.'),
      stopped: z.boolean(),
    }),
    tone: z
      .enum(['calm', 'today', 'good', 'action', 'warn', 'critical'])
      .describe('How it feels: what a page may colour it by.'),
    action: z
      .strictObject({ text: z.string(), url: z.url() })
      .nullable()
      .describe('What the shopper has to do, and where; null: nothing.'),
    final: z.boolean().describe('Nothing more is expected to happen.'),
    may: z.strictObject({
      cancel: z.boolean(),
      method: z.boolean().describe('Whether it may travel another way.'),
      contest: z.boolean(),
    }),
    links: z.strictObject({ page: z.url(), json: z.url() }),
    words: wordsSchema,
  })
  .meta({ id: 'Return' })
