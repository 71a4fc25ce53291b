import { z } from 'zod'
import { LOCALES } from '@/lib/i18n/locales'
import { parcelSchema } from './parcel-schema'

const itemSchema = z
  .strictObject({
    title: z.string(),
    variant: z.string().nullable(),
    quantity: z.int(),
    image: z.url().nullable().describe('Our copy of the picture; null until it is fetched.'),
  })
  .meta({ id: 'Item' })

const orderParcelSchema = parcelSchema
  .extend({ items: z.array(itemSchema) })
  .meta({ id: 'OrderParcel', description: 'A parcel of an order, with what it holds.' })

/** An order as its link shows it. */
export const orderSchema = z
  .strictObject({
    shop: z.string().describe('The shop’s segment in addresses.'),
    order: z.string().describe('The order’s number.'),
    placedAt: z.iso.datetime(),
    locale: z.enum(LOCALES).describe('The language of the words.'),
    parcels: z.array(orderParcelSchema),
    unshipped: z.array(itemSchema).describe('Lines, or what is left of them, that are in no parcel yet.'),
  })
  .meta({ id: 'Order' })

/** What a merchant hears of a written order. */
export const writtenOrderSchema = z
  .strictObject({
    number: z.string(),
    links: z.strictObject({
      order: z.url().describe('The shopper’s page, for mails.'),
      json: z.url().describe('The same as JSON.'),
    }),
    referralCode: z
      .string()
      .describe('What the order’s page gives to recommend the shop with, where a slot asks for that.'),
  })
  .meta({ id: 'WrittenOrder' })
