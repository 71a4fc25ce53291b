import { z } from 'zod'

const text = (max: number) => z.string().trim().min(1).max(max)

const MAX_VARIANTS = 1000

const variantSchema = z.strictObject({
  /** As the lines of orders write it. */
  sku: text(200),
  /** Variants of one product share it. */
  product: text(200),
  title: text(500),
  variant: text(300).nullish(),
  options: z.record(z.string().max(100), z.string().max(300)).default({}),
  category: text(200).nullish(),
  /** Minor units of `currency`, tax included. */
  price: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
  currency: z.string().regex(/^[A-Z]{3}$/, 'is a currency code like EUR'),
  /** Pieces that can be sold; null: they aren't counted. */
  stock: z.number().int().min(0).max(1_000_000_000).nullish(),
  image: z
    .url({ protocol: /^https?$/ })
    .max(2048)
    .nullish(),
  /** The shop platform's own id of the variant. */
  externalId: text(200).nullish(),
})

/** The body of `PUT /api/v1/variants`. */
export const variantsBodySchema = z
  .strictObject({ variants: z.array(variantSchema).min(1).max(MAX_VARIANTS) })
  .superRefine(({ variants }, context) => {
    const skus = new Map<string, number>()
    variants.forEach(({ sku }, index) => {
      const first = skus.get(sku)
      if (first === undefined) skus.set(sku, index)
      else
        context.addIssue({
          code: 'custom',
          path: ['variants', index, 'sku'],
          message: `the sku ${sku} occurs twice`,
        })
    })
  })
export type VariantsBody = z.infer<typeof variantsBodySchema>
