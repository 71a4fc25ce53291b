import { type CatalogueItem, checkItem } from '@/lib/catalogue/catalogue-item'
import type { Entry } from '@/lib/catalogue/entry'
import { readPrice } from '@/lib/catalogue/read-price'
import { pointerOf } from '@/lib/core/field-error'
import { type ShopifyProduct, type ShopifyVariant, shopifyProduct } from './shopify-product'

/** What Shopify's products don't say of themselves. */
export type ShopifySite = {
  /** The storefront's origin. */
  origin: string
  /** What it sells in. */
  currency: string
}

const filled = (text: string | null | undefined): string | null => text?.trim() || null

/**
 * The storefront says whether a variant can be had; the Admin API tells its stock: pieces that are counted have to be there,
 * unless the variant is sold beyond them.
 */
const isInStock = ({
  available,
  inventory_policy,
  inventory_quantity,
  inventory_management,
}: ShopifyVariant): boolean =>
  available ??
  (inventory_management === null || inventory_policy === 'continue' || (inventory_quantity ?? 0) > 0)

function imageOf(product: ShopifyProduct, { featured_image, image_id }: ShopifyVariant): string | null {
  const all = product.images ?? []
  const own = image_id ? all.find(({ id }) => id === image_id) : null
  const src = (featured_image ?? own ?? product.image ?? all[0])?.src
  // Older pages leave the scheme out.
  return src === undefined ? null : src.replace(/^\/\//, 'https://')
}

const tagsOf = (tags: ShopifyProduct['tags']): string[] =>
  [...new Set((typeof tags === 'string' ? tags.split(',') : (tags ?? [])).map((tag) => tag.trim()))].filter(
    (tag) => tag !== '',
  )

function readVariant(
  product: ShopifyProduct,
  variant: ShopifyVariant,
  { origin, currency }: ShopifySite,
): { item: CatalogueItem } | { why: string } {
  const price = readPrice(String(variant.price ?? ''), currency)
  if (!price.ok) return { why: `price: ${price.error}` }
  const before = readPrice(String(variant.compare_at_price ?? ''), currency)
  const address = `${origin}/products/${encodeURIComponent(product.handle)}`
  return checkItem({
    key: variant.id,
    product: product.id,
    sku: filled(variant.sku),
    title: product.title,
    url: product.variants.length > 1 ? `${address}?variant=${encodeURIComponent(variant.id)}` : address,
    image: imageOf(product, variant),
    price: price.value.amount,
    priceBefore: before.ok && before.value.amount > price.value.amount ? before.value.amount : null,
    currency,
    category: filled(product.product_type),
    tags: tagsOf(product.tags),
    brand: filled(product.vendor),
    gtin: filled(variant.barcode),
    inStock: isInStock(variant),
  })
}

const idIn = (json: unknown): string | null =>
  typeof json === 'object' && json !== null && 'id' in json ? String(json.id) : null

/** The variants of one product; a product of another shape is one entry that says so. */
export function readShopifyProduct(json: unknown, place: string, site: ShopifySite): Entry[] {
  const parsed = shopifyProduct.safeParse(json)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return [{ place, id: idIn(json), why: `${pointerOf(issue?.path ?? [])}: ${issue?.message ?? 'unknown'}` }]
  }
  const product = parsed.data
  return product.variants.map((variant, index) => ({
    place: `${place}, variant ${index + 1}`,
    id: variant.id,
    ...readVariant(product, variant, site),
  }))
}
