import { z } from 'zod'
import type { CatalogueItem } from './catalogue-item'
import { itemFields } from './catalogue-item'

const MOST_PRODUCTS = 1000

const productSchema = z.strictObject({
  id: itemFields.key.describe(
    'The shop’s own id of what can be bought: a variant, or a product without any.',
  ),
  product: itemFields.product
    .nullish()
    .describe('What variants of one product share; their product is shown once. Left out: `id`.'),
  sku: itemFields.sku.optional().describe('As the lines of orders write it. Left out: `id`.'),
  title: itemFields.title,
  url: itemFields.url.describe('The product’s page in the shop.'),
  image: itemFields.image.optional(),
  price: itemFields.price.optional().describe('Minor units of `currency`, tax included.'),
  priceBefore: itemFields.priceBefore.optional().describe('What it cost before; more than `price`.'),
  currency: itemFields.currency,
  category: itemFields.category.optional(),
  tags: itemFields.tags.default([]),
  brand: itemFields.brand.optional(),
  gtin: itemFields.gtin.optional(),
  inStock: itemFields.inStock.default(true),
})

/** The body of `PUT /api/v1/products`. */
export const productsBodySchema = z
  .strictObject({ products: z.array(productSchema).min(1).max(MOST_PRODUCTS) })
  .superRefine(({ products }, context) => {
    const seen = new Set<string>()
    products.forEach(({ id, price, priceBefore }, index) => {
      const refuse = (field: string, message: string) =>
        context.addIssue({ code: 'custom', path: ['products', index, field], message })
      if (seen.has(id)) refuse('id', `the id ${id} occurs twice`)
      seen.add(id)
      if (priceBefore != null && (price == null || priceBefore <= price))
        refuse('priceBefore', 'is no more than the price')
    })
  })
export type ProductsBody = z.infer<typeof productsBodySchema>

/** A product of the body as an item. */
export const itemOfBody = (product: ProductsBody['products'][number]): CatalogueItem => ({
  key: product.id,
  product: product.product ?? product.id,
  sku: product.sku ?? product.id,
  title: product.title,
  url: product.url,
  image: product.image ?? null,
  price: product.price ?? null,
  priceBefore: product.priceBefore ?? null,
  currency: product.currency,
  category: product.category ?? null,
  tags: product.tags,
  brand: product.brand ?? null,
  gtin: product.gtin ?? null,
  inStock: product.inStock,
})
