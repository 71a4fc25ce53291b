import type { z } from 'zod'
import { PRODUCTS } from '@/db/seed/demo/products'
import { type DemoSlug, demoShops } from '@/db/seed/demo/shops'
import type { variantsBodySchema } from '@/lib/returns/variants-body'

type VariantsPut = z.input<typeof variantsBodySchema>

const USUAL_STOCK = 12

/** Everything a demo shop sells as it would PUT it for exchanges; pictures lie on `origin` (no slash at its end). */
export function demoVariants(shop: DemoSlug, origin: string): VariantsPut {
  const { defaultLocale } = demoShops[shop].settings
  return {
    variants: Object.entries(PRODUCTS[shop]).flatMap(([product, { others = [], ...bought }]) =>
      [{ ...bought, stock: USUAL_STOCK }, ...others].map((one) => ({
        sku: one.sku,
        product,
        title: bought.title[defaultLocale] ?? product,
        variant: one.variant[defaultLocale] ?? null,
        options: { ...one.options },
        category: bought.category,
        price: one.price ?? bought.price,
        currency: 'EUR',
        stock: one.stock,
        image: `${origin}/demo/pictures/${product}.webp`,
      })),
    ),
  }
}
