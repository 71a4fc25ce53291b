import { carriers } from '@/lib/carriers'
import type { AnyCarrier } from '@/lib/carriers/carrier'
import type { ProductProvider } from '@/lib/catalogue/product-provider'
import { shopifyWebhook } from '@/lib/catalogue/shopify/shopify-webhook'

/** Whoever's webhooks are taken in: carriers and aggregators, and who tells of products. */
export const providers: ReadonlyMap<string, AnyCarrier | ProductProvider> = new Map([
  ...carriers,
  [shopifyWebhook.id, shopifyWebhook],
])
