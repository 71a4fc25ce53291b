import type { Operation } from '@/lib/api/operation'
import { giftCodesSchema, writtenVariantsSchema } from '@/lib/api/schemas/variants-schema'
import { giftCodesBodySchema } from '@/lib/returns/gift-codes-body'
import { variantsBodySchema } from '@/lib/returns/variants-body'

/** What exchanges and the returns of presents need to know of a shop. */
export const VARIANTS: readonly Operation[] = [
  {
    id: 'writeVariants',
    method: 'put',
    path: '/api/v1/variants',
    tag: 'Returns',
    summary: 'Write variants with price and stock',
    description:
      'What an exchange can offer. Variants are known by `sku`; one that is left out stays as it is, so that a change of stock ' +
      'needs no more than what changed. Variants of one `product` are offered for one another. `stock` is what can be sold; what ' +
      'exchanges have set aside is taken off by Doorstep. Without `stock` pieces aren’t counted. Amounts are in minor units of ' +
      '`currency` and include tax.',
    access: 'merchant',
    parameters: [],
    body: {
      name: 'VariantsBody',
      schema: variantsBodySchema,
      description: '1 to 1,000 variants, at most 1,000,000 bytes; unknown fields are refused by name.',
      example: {
        variants: [
          {
            sku: 'AG-SHELL-L',
            product: 'AG-SHELL',
            title: 'Regenjacke Karwendel',
            variant: 'L / Enzian',
            options: { size: 'L', colour: 'Enzian' },
            category: 'jackets',
            price: 18990,
            currency: 'EUR',
            stock: 12,
            image: 'https://shop.example.org/pictures/karwendel.jpg',
            externalId: 'gid://shopify/ProductVariant/4711',
          },
        ],
      },
    },
    answers: {
      200: { description: 'They are written.', schema: writtenVariantsSchema, example: { written: 1 } },
    },
    problems: ['not_json', 'too_large', 'invalid_body'],
  },
  {
    id: 'createGiftCodes',
    method: 'post',
    path: '/api/v1/orders/{number}/gift-codes',
    tag: 'Returns',
    summary: 'Make codes for presents',
    description:
      'Whoever is given a present begins its return with the code: they see no prices, and what was paid comes as store credit. ' +
      'Only hashes of the codes are kept.',
    access: 'merchant',
    parameters: [
      { name: 'number', description: 'The order’s number as the shop writes it.', example: 'AG-1001' },
    ],
    shared: ['idempotencyKey'],
    body: {
      name: 'GiftCodesBody',
      schema: giftCodesBodySchema,
      description: 'How many; one where nothing is said. At most 20 at once and 100 for an order.',
      example: { count: 1 },
    },
    answers: {
      201: {
        description: 'The codes.',
        schema: giftCodesSchema,
        example: { number: 'AG-1001', codes: ['M4QX-9TRP-3HWD'] },
        headers: ['IdempotencyReplayed'],
      },
    },
    problems: ['not_json', 'too_large', 'invalid_body', 'not_found', 'conflict'],
  },
]
