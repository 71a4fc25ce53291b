import type { z } from 'zod'
import { PRODUCTS } from '@/db/seed/demo/products'
import { demoShops } from '@/db/seed/demo/shops'
import type { productsBodySchema } from '@/lib/catalogue/products-body'
import { alpenglueckRange } from './range/alpenglueck'
import { maisonLumenRange } from './range/maison-lumen'
import type { RangedProduct } from './range/ranged-product'

type ProductsPut = z.input<typeof productsBodySchema>

const RANGES = { alpenglueck: alpenglueckRange, 'maison-lumen': maisonLumenRange } as const satisfies Record<
  string,
  readonly RangedProduct[]
>

/** The demo shops that show what goes with an order. */
export type SellingShop = keyof typeof RANGES
export const SELLING_SHOPS = ['alpenglueck', 'maison-lumen'] as const satisfies SellingShop[]

/** What a demo shop recommends where nothing else is known, in its order. */
export const PICKS = {
  alpenglueck: ['mug', 'thermos', 'beanie', 'backpack'],
  'maison-lumen': ['candle', 'linen', 'carafe', 'vase'],
} as const satisfies Record<SellingShop, readonly string[]>

/** A demo shop's catalogue as it would PUT it, in its own language; pictures lie on `origin` (no slash at its end). */
export function demoProducts(shop: SellingShop, origin: string): ProductsPut {
  const { homeUrl, defaultLocale, name: brand } = demoShops[shop].settings
  const about = (sku: string, picture: string | undefined) => ({
    id: sku,
    url: `${homeUrl}/p/${sku.toLowerCase()}`,
    ...(picture && { image: `${origin}/demo/pictures/${picture}.webp` }),
    currency: 'EUR',
    brand,
  })
  const ordered = Object.entries(PRODUCTS[shop]).flatMap(([product, { others = [], ...bought }]) =>
    [{ ...bought, stock: 1 }, ...others].map(({ sku, price = bought.price, stock }) => ({
      ...about(sku, product),
      product,
      title: bought.title[defaultLocale] ?? product,
      price,
      category: bought.category,
      tags: [...bought.tags],
      inStock: stock > 0,
    })),
  )
  const ranged = RANGES[shop].map(({ sku, title, price, priceBefore, category, tags, picture, soldOut }) => ({
    ...about(sku, picture),
    title,
    price,
    ...(priceBefore && { priceBefore }),
    category,
    tags: [...tags],
    inStock: !soldOut,
  }))
  return { products: [...ordered, ...ranged] }
}
