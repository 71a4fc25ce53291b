import { z } from 'zod'

const id = z.union([z.string().min(1), z.number()]).transform(String)
const text = z.string().nullish()

const picture = z.object({ id: id.nullish(), src: z.string() })

const variant = z.object({
  id,
  sku: text,
  price: z.union([z.string(), z.number()]).nullish(),
  compare_at_price: z.union([z.string(), z.number()]).nullish(),
  barcode: text,
  image_id: id.nullish(),
  /** The storefront's own word; the Admin API tells stock instead. */
  available: z.boolean().nullish(),
  featured_image: picture.nullish(),
  inventory_quantity: z.number().nullish(),
  inventory_policy: text,
  inventory_management: text,
})

/**
 * A product as a storefront's `products.json` tells it, and as the Admin API's webhooks do
 * (https://shopify.dev/docs/api/admin-rest/latest/resources/product).
 */
export const shopifyProduct = z.object({
  id,
  title: z.string(),
  handle: z.string().min(1),
  vendor: text,
  product_type: text,
  /** A list on the storefront, one text in the Admin API. */
  tags: z.union([z.array(z.string()), z.string()]).nullish(),
  status: text,
  /** Null: not on the storefront; left out: not told. */
  published_at: text,
  updated_at: text,
  image: picture.nullish(),
  images: z.array(picture).nullish(),
  variants: z.array(variant),
  /** Of every variant, where there are more than the 100 that a webhook tells. */
  variant_gids: z.array(z.object({ admin_graphql_api_id: z.string() })).nullish(),
})
export type ShopifyProduct = z.infer<typeof shopifyProduct>
export type ShopifyVariant = ShopifyProduct['variants'][number]
