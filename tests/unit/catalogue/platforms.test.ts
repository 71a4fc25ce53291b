import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readShopifyProduct } from '@/lib/catalogue/shopify/read-shopify-product'
import { shopifyWebhook } from '@/lib/catalogue/shopify/shopify-webhook'
import { readWooProduct, readWooVariation } from '@/lib/catalogue/woocommerce/read-woo-product'
import { jsonFixture } from './read-fixture'

const SITE = { origin: 'https://shop.example.org', currency: 'EUR' }
const listIn = (name: string) => z.array(z.unknown()).parse(jsonFixture(name))
const page = z.object({ products: z.array(z.unknown()) })

describe('a product of a Shopify storefront', () => {
  const [shirt] = page.parse(jsonFixture('shopify.products.json')).products

  it('is its variants, each with its own page, picture and price', () => {
    expect(readShopifyProduct(shirt, 'page 1, product 1', SITE)).toEqual([
      {
        place: 'page 1, product 1, variant 1',
        id: '44012345678901',
        item: {
          key: '44012345678901',
          product: '8125390094591',
          sku: 'NW-TS-S-BL',
          title: 'Trail Shirt',
          url: 'https://shop.example.org/products/trail-shirt?variant=44012345678901',
          image: 'https://cdn.shopify.com/s/files/1/0600/0000/0001/products/blue.jpg?v=1',
          price: 3490,
          priceBefore: 4490,
          currency: 'EUR',
          category: 'Shirts',
          tags: ['running', 'summer'],
          brand: 'Northwind',
          gtin: null,
          inStock: true,
        },
      },
      {
        place: 'page 1, product 1, variant 2',
        id: '44012345678902',
        item: expect.objectContaining({
          sku: null,
          image: 'https://cdn.shopify.com/s/files/1/0600/0000/0001/products/front.jpg?v=1',
          priceBefore: null,
          inStock: false,
        }),
      },
    ])
  })

  it('of another shape is one entry that says so', () => {
    expect(readShopifyProduct({ id: 7, title: 'x' }, 'page 1, product 2', SITE)).toEqual([
      { place: 'page 1, product 2', id: '7', why: expect.stringContaining('/handle') },
    ])
    for (const odd of [null, [], 'text', 1, {}])
      expect(readShopifyProduct(odd, 'page 1', SITE)).toMatchObject([{ why: expect.any(String) }])
  })
})

describe('a webhook of Shopify’s', () => {
  const headers = (topic: string) =>
    new Headers({ 'x-shopify-topic': topic, 'x-shopify-webhook-id': 'b54557e4' })
  const read = (json: unknown, topic = 'products/update') => {
    const parsed = shopifyWebhook.parse(json, headers(topic))
    if (!parsed.ok || parsed.reading.kind !== 'product') throw new Error(JSON.stringify(parsed))
    return parsed.reading.change
  }
  const update = z.record(z.string(), z.unknown()).parse(jsonFixture('shopify.update.json'))

  it('tells a product whole, with ids beyond 2^53 to the last digit', () => {
    const change = read(update)
    expect(change.product).toBe('788032119674292922')
    expect(change.at).toEqual(new Date('2026-11-20T11:00:00Z'))
    expect(change.others).toEqual(['642667041472713922', '757650484644203962'])
    expect(change.entries(SITE)).toMatchObject([
      {
        id: '642667041472713922',
        item: {
          sku: 'example-shirt-s',
          price: 1999,
          priceBefore: 2499,
          tags: ['example', 'mens', 't-shirt'],
          image: 'https://cdn.shopify.com/small.png',
          inStock: true,
        },
      },
      { id: '757650484644203962', item: { image: 'https://cdn.shopify.com/front.png', inStock: false } },
    ])
  })

  it.each([
    ['a draft', { status: 'draft' }],
    ['one that is archived', { status: 'archived' }],
    ['one that the storefront doesn’t show', { published_at: null }],
  ])('says of %s that nothing of it is sold', (_what, more) => {
    const change = read({ ...update, ...more })
    expect(change.entries(SITE)).toEqual([])
    expect(change.others).toEqual([])
  })

  it('says of a deleted product that it is gone', () => {
    const change = read({ id: 7 }, 'products/delete')
    expect(change.product).toBe('7')
    expect(change.entries(SITE)).toEqual([])
  })

  it('of another topic is passed over; of another shape it is named', () => {
    expect(shopifyWebhook.parse(update, headers('orders/create'))).toMatchObject({
      ok: true,
      deliveryId: 'b54557e4',
      reading: { kind: 'ignored', reason: 'topic orders/create' },
    })
    expect(shopifyWebhook.parse(update, new Headers())).toMatchObject({ reading: { kind: 'ignored' } })
    for (const odd of [null, [], 'text', {}, { id: 1 }])
      expect(shopifyWebhook.parse(odd, headers('products/update')).ok).toBe(false)
    expect(shopifyWebhook.parse({}, headers('products/delete')).ok).toBe(false)
  })

  it('counts stock as sold beyond it where the variant says so, or isn’t counted', () => {
    const [small] = z.array(z.record(z.string(), z.unknown())).parse(update.variants)
    const inStock = (more: object) => {
      const [entry] = read({ ...update, variants: [{ ...small, ...more }] }).entries(SITE)
      return entry && 'item' in entry ? entry.item.inStock : null
    }
    expect(inStock({ inventory_quantity: 0 })).toBe(false)
    expect(inStock({ inventory_quantity: -3, inventory_policy: 'continue' })).toBe(true)
    expect(inStock({ inventory_quantity: 0, inventory_management: null })).toBe(true)
  })
})

describe('a product of WooCommerce’s', () => {
  const [board, loden, hidden, priceless] = listIn('woocommerce.products.json')
  const variations = listIn('woocommerce.variations.json')

  it('is one item where it has no variations', () => {
    expect(readWooProduct(board, 'products page 1, 1', 'EUR')).toEqual({
      entries: [
        {
          place: 'products page 1, 1',
          id: '794',
          item: {
            key: '794',
            product: '794',
            sku: 'BZ-1',
            title: 'Brotzeitbrett & Messer',
            url: 'https://shop.example.org/produkt/brotzeitbrett/',
            image: 'https://shop.example.org/wp-content/uploads/brett.jpg',
            price: 2990,
            priceBefore: 3990,
            currency: 'EUR',
            category: 'K&uuml;che',
            tags: ['Geschenk'],
            brand: 'Almholz',
            gtin: '4006381333931',
            inStock: true,
          },
        },
      ],
    })
  })

  it('is its published variations where it has some', () => {
    const read = readWooProduct(loden, 'products page 1, 2', 'EUR')
    if (!('variable' in read)) throw new Error('it has variations')
    const entries = variations.map((one) => readWooVariation(read.variable, one, 'here', 'EUR'))
    expect(entries).toMatchObject([
      { id: '801', item: { product: '800', sku: 'LODEN-M', title: 'Loden', price: 9900, inStock: true } },
      {
        id: '802',
        item: {
          sku: 'LODEN',
          image: 'https://shop.example.org/wp-content/uploads/loden.jpg',
          inStock: false,
        },
      },
      null,
    ])
  })

  it('that the shop hides is none; one without a price is refused by name', () => {
    expect(readWooProduct(hidden, 'here', 'EUR')).toEqual({ entries: [] })
    expect(readWooProduct(priceless, 'here', 'EUR')).toMatchObject({
      entries: [{ id: '811', why: expect.stringMatching(/^price: /) }],
    })
    for (const odd of [null, [], 'text', {}])
      expect(readWooProduct(odd, 'here', 'EUR')).toMatchObject({ entries: [{ why: expect.any(String) }] })
  })
})
