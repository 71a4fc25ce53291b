import { z } from 'zod'

const id = z.union([z.string().min(1), z.number()]).transform(String)
const text = z.string().nullish()
const named = z.object({ name: z.string() })
const picture = z.object({ src: z.string() })

/** What products and their variations have in common. */
const sold = {
  id,
  permalink: z.string(),
  sku: text,
  price: text,
  regular_price: text,
  on_sale: z.boolean().nullish(),
  stock_status: text,
  global_unique_id: text,
}

/** https://developer.woocommerce.com/docs/apis/rest-api/v3/products/ */
export const wooProduct = z.object({
  ...sold,
  name: z.string(),
  type: text,
  status: text,
  catalog_visibility: text,
  categories: z.array(named).nullish(),
  tags: z.array(named).nullish(),
  brands: z.array(named).nullish(),
  images: z.array(picture).nullish(),
})
export type WooProduct = z.infer<typeof wooProduct>

/** https://developer.woocommerce.com/docs/apis/rest-api/v3/product-variations/ */
export const wooVariation = z.object({ ...sold, status: text, image: picture.nullish() })
export type WooVariation = z.infer<typeof wooVariation>
