import { z } from 'zod'

/** What a shop's services open with, by the service's name; `dhl` is the account's password, `dhl_key` the API key. */
export const SERVICE_SECRETS = [
  'easypost',
  'shippo',
  'sendcloud',
  'dhl',
  'dhl_key',
  'shopify',
  'woocommerce',
  'webhook',
] as const
export type ServiceSecret = (typeof SERVICE_SECRETS)[number]

/** What a header can carry: visible ASCII. */
const visible = z.string().regex(/^[\x21-\x7e]{8,500}$/, 'is no secret: 8 to 500 visible characters')

const FORMS = {
  easypost: visible,
  shippo: visible,
  sendcloud: visible,
  dhl: z.string().min(1).max(500),
  dhl_key: visible,
  shopify: visible,
  woocommerce: visible.regex(/^cs_/, 'is no consumer secret: it begins with cs_'),
  webhook: visible.regex(
    /^whsec_[A-Za-z0-9+/]{32,}={0,2}$/,
    'is no secret of Standard Webhooks: whsec_ and at least 24 bytes in base64',
  ),
} as const satisfies Record<ServiceSecret, z.ZodType<string>>

/** Null takes a secret away; one that is left out stays. */
export const serviceSecretsSchema = z.strictObject({
  easypost: FORMS.easypost.nullable().optional(),
  shippo: FORMS.shippo.nullable().optional(),
  sendcloud: FORMS.sendcloud.nullable().optional(),
  dhl: FORMS.dhl.nullable().optional(),
  dhl_key: FORMS.dhl_key.nullable().optional(),
  shopify: FORMS.shopify.nullable().optional(),
  woocommerce: FORMS.woocommerce.nullable().optional(),
  webhook: FORMS.webhook.nullable().optional(),
})
