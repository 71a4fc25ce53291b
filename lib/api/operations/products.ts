import type { Operation, PathParameter } from '@/lib/api/operation'
import {
  feedListSchema,
  feedSchema,
  importListSchema,
  importQuerySchema,
  picksSchema,
  productListSchema,
  productQuerySchema,
  writtenProductsSchema,
} from '@/lib/api/schemas/product-schema'
import { feedBodySchema } from '@/lib/catalogue/feed-body'
import { productsBodySchema } from '@/lib/catalogue/products-body'

const NAME: PathParameter = {
  name: 'name',
  description: 'As the shop calls it: small letters, digits and hyphens.',
  example: 'merchant',
}

const FEED = {
  name: 'merchant',
  kind: 'google',
  url: 'https://shop.example.org/feeds/merchant.xml',
  everyMinutes: 1440,
  currency: null,
  sku: 'id',
  hasCredentials: false,
  fetchedAt: '2026-11-20T03:00:12.000Z',
  updatedAt: '2026-11-01T09:00:00.000Z',
}

/** What a shop sells: written, or fetched from where it stands already. */
export const PRODUCTS: readonly Operation[] = [
  {
    id: 'writeProducts',
    method: 'put',
    path: '/api/v1/products',
    tag: 'Products',
    summary: 'Write products',
    description:
      'What slots can recommend. An entry is what can be bought: a variant, or a product without any; entries with the same ' +
      '`product` are shown as one. Known by `id`; one that is left out stays as it is. An order’s line finds its product by `sku`.',
    access: 'merchant',
    parameters: [],
    body: {
      name: 'ProductsBody',
      schema: productsBodySchema,
      description: '1 to 1,000 products, at most 1,000,000 bytes; unknown fields are refused by name.',
      example: {
        products: [
          {
            id: 'AG-SHELL-M',
            product: 'AG-SHELL',
            sku: 'AG-SHELL-M',
            title: 'Regenjacke Karwendel',
            url: 'https://shop.example.org/p/karwendel',
            image: 'https://shop.example.org/pictures/karwendel.jpg',
            price: 15990,
            priceBefore: 18990,
            currency: 'EUR',
            category: 'jackets',
            tags: ['new'],
            brand: 'Alpenglück',
            inStock: true,
          },
        ],
      },
    },
    answers: {
      200: {
        description: 'They are written.',
        schema: writtenProductsSchema,
        example: { new: 1, changed: 0, unchanged: 0 },
      },
    },
    problems: ['not_json', 'too_large', 'invalid_body'],
  },
  {
    id: 'listProducts',
    method: 'get',
    path: '/api/v1/products',
    tag: 'Products',
    summary: 'List products',
    description: 'As slots show them; those that are gone, too.',
    access: 'merchant',
    parameters: [],
    query: [
      {
        name: 'after',
        description: 'The id that the page before ended with.',
        schema: productQuerySchema.shape.after,
        example: 'AG-SHELL',
      },
      {
        name: 'limit',
        description: 'So many at most.',
        schema: productQuerySchema.shape.limit,
        example: 100,
      },
    ],
    answers: {
      200: {
        description: 'A page of them.',
        schema: productListSchema,
        example: {
          products: [
            {
              id: 'AG-SHELL',
              title: 'Regenjacke Karwendel',
              url: 'https://shop.example.org/p/karwendel',
              image: 'https://shop.example.org/pictures/karwendel.jpg',
              price: 15990,
              priceBefore: 18990,
              currency: 'EUR',
              category: 'jackets',
              tags: ['new'],
              brand: 'Alpenglück',
              inStock: true,
              picked: 0,
              source: 'api',
              goneAt: null,
              updatedAt: '2026-11-20T12:00:00.000Z',
            },
          ],
          next: null,
        },
      },
    },
    problems: ['invalid_query'],
  },
  {
    id: 'removeProduct',
    method: 'delete',
    path: '/api/v1/products/{product}',
    tag: 'Products',
    summary: 'Take a product out of what is sold',
    description:
      'One entry, by the `id` that it was written with. A source that tells it again brings it back.',
    access: 'merchant',
    parameters: [{ name: 'product', description: 'The entry’s id.', example: 'AG-SHELL-M' }],
    answers: { 204: { description: 'It is no longer shown.' } },
    problems: ['not_found'],
  },
  {
    id: 'pickProducts',
    method: 'put',
    path: '/api/v1/picked-products',
    tag: 'Products',
    summary: 'Replace the hand-picked list',
    description: 'What is recommended where nothing else fits, in this order.',
    access: 'merchant',
    parameters: [],
    body: {
      name: 'PicksBody',
      schema: picksSchema,
      description: 'At most 100 products, by the ids of products rather than of their variants.',
      example: { products: ['AG-SHELL', 'AG-SOCKS'] },
    },
    answers: {
      200: {
        description: 'The list.',
        schema: picksSchema,
        example: { products: ['AG-SHELL', 'AG-SOCKS'] },
      },
    },
    problems: ['not_json', 'too_large', 'invalid_body'],
  },
  {
    id: 'listProductFeeds',
    method: 'get',
    path: '/api/v1/product-feeds',
    tag: 'Products',
    summary: 'List where products are fetched from',
    access: 'merchant',
    parameters: [],
    answers: { 200: { description: 'The feeds.', schema: feedListSchema, example: { feeds: [FEED] } } },
    problems: [],
  },
  {
    id: 'writeProductFeed',
    method: 'put',
    path: '/api/v1/product-feeds/{name}',
    tag: 'Products',
    summary: 'Have products fetched',
    description:
      'Read within a minute, and then every `everyMinutes`. What a feed that was read to its end leaves out is gone; entries ' +
      'that can’t be used stay as they were and are named in the report.',
    access: 'merchant',
    parameters: [NAME],
    body: {
      name: 'ProductFeedBody',
      schema: feedBodySchema,
      description: 'The feed whole; only `credentials` stay where they are left out.',
      example: { kind: 'google', url: 'https://shop.example.org/feeds/merchant.xml', sku: 'id' },
    },
    answers: { 200: { description: 'The feed.', schema: feedSchema, example: FEED } },
    problems: ['not_json', 'too_large', 'invalid_body', 'not_found'],
  },
  {
    id: 'removeProductFeed',
    method: 'delete',
    path: '/api/v1/product-feeds/{name}',
    tag: 'Products',
    summary: 'Fetch products from there no more',
    description: 'What it told is gone with it.',
    access: 'merchant',
    parameters: [NAME],
    answers: { 204: { description: 'It is taken away.' } },
    problems: ['not_found'],
  },
  {
    id: 'importProductFeed',
    method: 'post',
    path: '/api/v1/product-feeds/{name}/import',
    tag: 'Products',
    summary: 'Read a feed now',
    description: 'Whether or not its host says that it has changed.',
    access: 'merchant',
    parameters: [NAME],
    shared: ['idempotencyKey'],
    answers: { 202: { description: 'It is read within a minute.', headers: ['IdempotencyReplayed'] } },
    problems: ['not_found', 'wrong_state'],
  },
  {
    id: 'listProductImports',
    method: 'get',
    path: '/api/v1/product-imports',
    tag: 'Products',
    summary: 'What imports came to',
    access: 'merchant',
    parameters: [],
    query: [
      {
        name: 'source',
        description: 'Of one feed, or of `file`.',
        schema: importQuerySchema.shape.source,
        example: 'merchant',
      },
    ],
    answers: {
      200: {
        description: 'The reports.',
        schema: importListSchema,
        example: {
          imports: [
            {
              id: '019aa5c2-6a58-7c1e-9d3b-0f6f2f0b7a11',
              source: 'merchant',
              state: 'done',
              error: null,
              read: 5210,
              new: 12,
              changed: 140,
              unchanged: 5057,
              gone: 3,
              refused: 1,
              refusals: [
                {
                  place: 'line 1204',
                  id: 'AG-HAT-S',
                  why: 'price: "19.900 EUR" can’t be read for certain: write 19.90 EUR',
                },
              ],
              startedAt: '2026-11-20T03:00:02.000Z',
              finishedAt: '2026-11-20T03:00:12.000Z',
            },
          ],
        },
      },
    },
    problems: ['invalid_query'],
  },
]
