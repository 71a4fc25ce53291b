import { z } from 'zod'
import { OUTCOMES } from '@/lib/returns/vocabulary'

const text = (most: number) => z.string().max(most)

const itemSchema = z.strictObject({
  order: text(100)
    .nullish()
    .describe(
      'The number of the order it is of, where that isn’t the link’s: another one of the same shopper.',
    ),
  line: text(200).min(1).describe('The id of the line.'),
  quantity: z.int().min(1),
  reason: text(64).describe('The id of a reason.'),
  subReason: text(64).nullish(),
  comment: text(5000).nullish(),
  photos: z
    .array(z.base64().max(10_000_000))
    .max(5)
    .default([])
    .describe('JPEG, PNG or WebP in base64; they are made anew, without what a camera writes into them.'),
  outcome: z.enum(OUTCOMES),
  exchangeSku: text(200).nullish().describe('What an exchange sends.'),
  box: z.int().min(1).max(10).default(1),
})

const ownSchema = z.strictObject({
  box: z.int().min(1).max(10).default(1),
  carrier: text(100),
  number: text(60).nullish(),
})

const choice = {
  items: z
    .array(itemSchema)
    .min(1)
    .max(250)
    .describe('A line may stand here more than once, for different reasons.'),
  store: text(64).nullish(),
  pickupDay: z.iso.date().nullish(),
  own: z.array(ownSchema).max(10).default([]).describe('Parcels of the shopper’s own, for `own_carrier`.'),
}

export const RETURN_WAY = {
  store: choice.store,
  pickupDay: choice.pickupDay,
  own: choice.own,
} as const

/** What a shopper asks the sum of; the method may be open. */
export const quoteRequestSchema = z.strictObject({
  ...choice,
  method: text(64).nullish().describe('The id of a method; left out: the sum without its price.'),
})
export type QuoteRequest = z.output<typeof quoteRequestSchema>

/** What a shopper sends. */
export const returnRequestSchema = z.strictObject({
  ...choice,
  method: text(64).nullish().describe('The id of a method; needed unless everything is kept.'),
  seen: text(64).describe('The quote’s `seen`: the sum that is confirmed.'),
})
