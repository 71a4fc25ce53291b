import { carriers } from '@/lib/carriers'
import type { AnyCarrier } from '@/lib/carriers/carrier'
import type { ProductProvider } from '@/lib/catalogue/product-provider'
import { shopifyWebhook } from '@/lib/catalogue/shopify/shopify-webhook'

export type Provider = AnyCarrier | ProductProvider

/** Whoever's webhooks are taken in: carriers and aggregators, and who tells of products. */
export const providers: ReadonlyMap<string, Provider> = new Map<string, Provider>([
  ...carriers,
  [shopifyWebhook.id, shopifyWebhook],
])
