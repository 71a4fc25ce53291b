import { z } from 'zod'
import type { ProductProvider } from '@/lib/catalogue/product-provider'
import { pointerOf } from '@/lib/core/field-error'
import { readShopifyProduct } from './read-shopify-product'
import { type ShopifyProduct, shopifyProduct } from './shopify-product'

const removed = z.object({ id: z.union([z.string().min(1), z.number()]).transform(String) })

const isSold = ({ status, published_at }: ShopifyProduct): boolean =>
  (status ?? 'active') === 'active' && published_at !== null

const instantOf = (text: string | null | undefined): Date | null => {
  const at = new Date(text ?? '')
  return Number.isNaN(at.getTime()) ? null : at
}

/** `gid://shopify/ProductVariant/4711` names variant 4711. */
const variantIds = ({ variant_gids }: ShopifyProduct): string[] =>
  (variant_gids ?? []).flatMap(({ admin_graphql_api_id }) => admin_graphql_api_id.split('/').at(-1) ?? [])

const issuesOf = ({ issues }: z.ZodError) =>
  issues.map(({ path, message }) => ({ pointer: pointerOf(path), detail: message }))

/**
 * Shopify's webhooks of products (https://shopify.dev/docs/api/webhooks, topics `products/create`, `products/update`,
 * `products/delete`); other topics are passed over.
 */
export const shopifyWebhook: ProductProvider = {
  id: 'shopify',
  name: 'Shopify',
  docs: 'https://shopify.dev/docs/api/webhooks',
  signature: { kind: 'hmac-body', header: 'x-shopify-hmac-sha256', encoding: 'base64' },
  parse(json, headers) {
    const topic = headers.get('x-shopify-topic') ?? ''
    const deliveryId = headers.get('x-shopify-webhook-id')
    if (topic === 'products/delete') {
      const parsed = removed.safeParse(json)
      if (!parsed.success) return { ok: false, issues: issuesOf(parsed.error) }
      const change = { product: parsed.data.id, at: null, entries: () => [], others: [] }
      return { ok: true, deliveryId, reading: { kind: 'product', change } }
    }
    if (topic !== 'products/create' && topic !== 'products/update')
      return { ok: true, deliveryId, reading: { kind: 'ignored', reason: `topic ${topic || 'left out'}` } }
    const parsed = shopifyProduct.safeParse(json)
    if (!parsed.success) return { ok: false, issues: issuesOf(parsed.error) }
    const product = parsed.data
    const change = {
      product: product.id,
      at: instantOf(product.updated_at),
      entries: (site: { origin: string; currency: string }) =>
        isSold(product) ? readShopifyProduct(json, 'body', site) : [],
      others: isSold(product) ? variantIds(product) : [],
    }
    return { ok: true, deliveryId, reading: { kind: 'product', change } }
  },
}
