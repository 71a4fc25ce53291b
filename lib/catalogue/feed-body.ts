import { z } from 'zod'

export const FEED_KINDS = ['google', 'shopify', 'woocommerce'] as const

/** A feed's name stands in addresses and as the source of its products. */
export const feedNameSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,49}$/, 'is no name of small letters, digits and hyphens')
  .refine((name) => name !== 'api' && name !== 'file', 'is a name of Doorstep’s own')

/** The body of `PUT /api/v1/product-feeds/{name}`. */
export const feedBodySchema = z
  .strictObject({
    kind: z
      .enum(FEED_KINDS)
      .describe('A Merchant feed (RSS, Atom, TSV, CSV); a Shopify storefront; WooCommerce’s REST API.'),
    url: z
      .url({ protocol: /^https?$/ })
      .max(2048)
      .describe('The feed’s address; for `shopify` and `woocommerce` the shop’s.'),
    everyMinutes: z.int().min(60).max(10_080).default(1440),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, 'is no currency code like EUR')
      .nullable()
      .default(null)
      .describe('Of prices that name none; `shopify` and `woocommerce` need it.'),
    sku: z
      .enum(['id', 'mpn', 'gtin'])
      .default('id')
      .describe('Which attribute of a Merchant feed stands as the SKU in the lines of orders.'),
    credentials: z
      .strictObject({
        user: z
          .string()
          .min(1)
          .max(500)
          .regex(/^[^:]*$/, 'has no colon'),
        password: z.string().min(1).max(500),
      })
      .nullable()
      .optional()
      .describe('For Basic authentication; WooCommerce’s consumer key and secret. Left out: as before.'),
  })
  .refine(({ kind, currency }) => kind === 'google' || currency !== null, {
    path: ['currency'],
    message: 'is needed: these products name none',
  })
export type FeedBody = z.infer<typeof feedBodySchema>
