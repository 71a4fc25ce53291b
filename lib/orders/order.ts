import { z } from 'zod'
import { LOCALES } from '@/lib/i18n/locales'
import { parcelNumberKey } from '@/lib/parcels/parcel-number'

const text = (max: number) => z.string().trim().min(1).max(max)

/** Minor units of the order's currency, e.g. cents. */
const amount = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER)

const webUrl = z.url({ protocol: /^https?$/ }).max(2048)

/** Nobody's order is older than the web, nor further away than a typing mistake. */
const YEARS = /^(19[7-9]|20)\d/

/** ISO 8601 with an offset or `Z`, kept to the instant. */
const instant = z.iso
  .datetime({ offset: true, abort: true, error: 'is no moment like 2026-11-18T09:12:00+01:00' })
  .regex(YEARS, 'lies outside the years 1970 to 2099')
  .transform((value) => new Date(value))

/** Where something is to be delivered. */
export const addressSchema = z.strictObject({
  name: text(200).nullish(),
  line1: text(300).nullish(),
  line2: text(300).nullish(),
  postalCode: text(20).nullish(),
  city: text(200).nullish(),
  region: text(200).nullish(),
  /** ISO 3166-1 alpha-2. */
  countryCode: z.string().regex(/^[A-Z]{2}$/, 'is a country code like DE'),
})
export type DeliveryAddress = z.infer<typeof addressSchema>

const customerSchema = z.strictObject({
  name: text(200).nullish(),
  email: z.email().max(320).nullish(),
  phone: text(40).nullish(),
  /** What the shop calls them by: `vip`, `wholesale`. */
  tags: z.array(text(100)).max(100).default([]),
})

const lineSchema = z.strictObject({
  id: text(100),
  sku: text(200).nullish(),
  title: text(500),
  variant: text(300).nullish(),
  quantity: z.number().int().min(1).max(100_000),
  unitPrice: amount,
  /** The whole line's own discount. */
  discount: amount.default(0),
  /** A share: 0.19 is 19 %. */
  taxRate: z.number().min(0).max(1).nullish(),
  image: webUrl.nullish(),
  url: webUrl.nullish(),
  category: text(200).nullish(),
  vendor: text(200).nullish(),
  /** Variants of one product share it: an exchange offers them. */
  product: text(200).nullish(),
  tags: z.array(text(100)).max(100).default([]),
  options: z.record(z.string().max(100), z.string().max(300)).default({}),
})

const shippingSchema = z.strictObject({ price: amount, service: text(200).nullish() })
export type OrderShipping = z.infer<typeof shippingSchema>

const discountSchema = z.strictObject({ code: text(100).nullish(), amount })
export type OrderDiscount = z.infer<typeof discountSchema>

const parcelSchema = z.strictObject({
  carrier: text(100).nullish(),
  number: text(100),
  lines: z
    .array(z.strictObject({ id: text(100), quantity: z.number().int().min(1).max(100_000) }))
    .max(1000)
    .default([]),
})

/** The body of `PUT /api/v1/orders/{number}`: unknown fields are refused by name. */
export const orderBodySchema = z
  .strictObject({
    placedAt: instant,
    locale: z.enum(LOCALES).nullish(),
    /** ISO 4217. */
    currency: z.string().regex(/^[A-Z]{3}$/, 'is a currency code like EUR'),
    customer: customerSchema.nullish(),
    deliveryAddress: addressSchema.nullish(),
    lines: z.array(lineSchema).min(1).max(1000),
    shipping: shippingSchema.nullish(),
    discounts: z.array(discountSchema).max(100).default([]),
    parcels: z.array(parcelSchema).max(200).default([]),
    sourceToken: text(200).nullish(),
    tags: z.array(text(100)).max(100).default([]),
    /** Where it was bought: `web`, `pos`, a marketplace. */
    channel: text(100).nullish(),
  })
  .superRefine((order, context) => {
    const ids = new Set(order.lines.map((line) => line.id))
    order.lines.forEach((line, index) => {
      if (order.lines.findIndex(({ id }) => id === line.id) !== index)
        context.addIssue({
          code: 'custom',
          path: ['lines', index, 'id'],
          message: `the id ${line.id} occurs twice`,
        })
      if (line.discount > line.unitPrice * line.quantity)
        context.addIssue({
          code: 'custom',
          path: ['lines', index, 'discount'],
          message: 'is more than the line costs',
        })
    })
    const parcels = order.parcels.map(({ carrier, number }) => `${carrier ?? ''}/${parcelNumberKey(number)}`)
    order.parcels.forEach((parcel, index) => {
      if (parcels.indexOf(parcels[index] ?? '') !== index)
        context.addIssue({
          code: 'custom',
          path: ['parcels', index, 'number'],
          message: `the parcel ${parcel.number} occurs twice`,
        })
      parcel.lines.forEach((line, position) => {
        if (parcel.lines.findIndex(({ id }) => id === line.id) !== position)
          context.addIssue({
            code: 'custom',
            path: ['parcels', index, 'lines', position, 'id'],
            message: `the parcel holds the line ${line.id} twice: add its quantities up`,
          })
        if (!ids.has(line.id))
          context.addIssue({
            code: 'custom',
            path: ['parcels', index, 'lines', position, 'id'],
            message: `no line of this order has the id ${line.id}`,
          })
      })
    })
  })
export type OrderBody = z.infer<typeof orderBodySchema>

/** What a look-up compares: upper case without spaces, control characters and a leading `#`. */
export const orderNumberKey = (number: string): string =>
  number
    .replace(/[\s\p{Cc}]+/gu, '')
    .replace(/^#/, '')
    .toUpperCase()

/** An order's number as the shop writes it, in an address. */
export const orderNumberSchema = text(100)
  .regex(/^\P{Cc}*$/u, 'has a control character')
  .refine((number) => orderNumberKey(number) !== '', 'has nothing to tell it by')
