import { z } from 'zod'

const labelRange = z.strictObject({
  name: z.string().regex(/^[a-z0-9-]{1,40}$/),
  /** `s10`: UPU S10 (`RR123456785DE`), 8 digits with its check digit; `sscc`: GS1 SSCC-18; `plain`: prefix and digits. */
  scheme: z.enum(['s10', 'sscc', 'plain']),
  /** S10: service indicator (`RR`); SSCC: extension digit and GS1 company prefix; plain: anything. */
  prefix: z.string().max(12),
  /** S10: ISO country code at the end. */
  suffix: z.string().max(4).default(''),
  first: z.number().int().min(0),
  last: z.number().int().min(0).max(999_999_999_999),
  /** What the label's barcode is drawn as. */
  symbology: z.enum(['code128', 'gs1-128', 'datamatrix']).default('code128'),
})
export type LabelRange = z.infer<typeof labelRange>

/** Which services a shop's returns use. Secrets are kept apart, sealed, under the service's name. */
export const returnSettingsSchema = z.strictObject({
  /** What a box is taken to measure where a carrier asks: nobody weighs a return at home. */
  parcel: z
    .strictObject({
      weightGrams: z.number().int().min(1).max(100_000),
      lengthMm: z.number().int().min(1).max(3000),
      widthMm: z.number().int().min(1).max(3000),
      heightMm: z.number().int().min(1).max(3000),
    })
    .default({ weightGrams: 1000, lengthMm: 350, widthMm: 250, heightMm: 100 }),
  /** Number ranges of built-in labels, by carrier slug. */
  ranges: z.record(z.string(), labelRange).default({}),
  labels: z
    .strictObject({
      /** Only for tests and proxies: where a provider's API is. */
      easypost: z.strictObject({ url: z.url().optional(), carrierAccount: z.string().optional() }).optional(),
      shippo: z.strictObject({ url: z.url().optional(), carrierAccount: z.string().optional() }).optional(),
      sendcloud: z.strictObject({ url: z.url().optional(), publicKey: z.string() }).optional(),
      dhl: z
        .strictObject({ url: z.url().optional(), receiverId: z.string(), username: z.string() })
        .optional(),
    })
    .default({}),
  money: z
    .discriminatedUnion('backend', [
      /**
       * A signed webhook to the shop, answered by `POST /api/v1/returns/{number}/refunds`. The others may have such an address
       * too (`webhookUrl`): for news of returns, and for what the platform has no way of its own to give.
       */
      z.strictObject({ backend: z.literal('webhook'), url: z.url().nullable() }),
      z.strictObject({
        backend: z.literal('shopify'),
        shop: z.string(),
        url: z.url().optional(),
        webhookUrl: z.url().nullish(),
      }),
      z.strictObject({
        backend: z.literal('woocommerce'),
        url: z.url(),
        consumerKey: z.string(),
        webhookUrl: z.url().nullish(),
      }),
    ])
    .default({ backend: 'webhook', url: null }),
})
export type ReturnSettings = z.infer<typeof returnSettingsSchema>

/** Where the shop's signed webhooks go; null: nowhere, what there is to tell waits to be read. */
export const webhookUrlOf = ({ money }: ReturnSettings): string | null =>
  (money.backend === 'webhook' ? money.url : money.webhookUrl) ?? null
