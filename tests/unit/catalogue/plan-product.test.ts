import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CatalogueItem } from '@/lib/catalogue/catalogue-item'
import { digestOf } from '@/lib/catalogue/digest-of'
import { planProduct } from '@/lib/catalogue/plan-product'

const item = (key: string, more: Partial<CatalogueItem> = {}): CatalogueItem => ({
  key,
  product: 'P',
  sku: key,
  title: key,
  url: `https://shop.example/${key}`,
  image: null,
  price: 1000,
  priceBefore: null,
  currency: 'EUR',
  category: null,
  tags: [],
  brand: null,
  gtin: null,
  inStock: true,
  ...more,
})

describe('a product', () => {
  it('is shown as its cheapest item that can be had', () => {
    expect(
      planProduct([item('a', { price: 500, inStock: false }), item('b', { price: 900 }), item('c')]),
    ).toMatchObject({ title: 'b', price: 900, inStock: true })
    expect(planProduct([item('a', { price: null }), item('b')])).toMatchObject({ title: 'b' })
    expect(planProduct([item('a', { inStock: false })])).toMatchObject({ inStock: false })
    expect(planProduct([])).toBeNull()
  })

  it('looks the same whatever order its items came in', () => {
    const items = fc.uniqueArray(
      fc.record({
        key: fc.string({ minLength: 1, maxLength: 3 }),
        price: fc.option(fc.integer({ min: 0, max: 3 })),
        inStock: fc.boolean(),
      }),
      { selector: ({ key }) => key, minLength: 1 },
    )
    fc.assert(
      fc.property(items, (list) => {
        const all = list.map(({ key, ...more }) => item(key, more))
        expect(planProduct(all.toReversed())).toEqual(planProduct(all))
      }),
    )
  })

  it('has another digest with every field that is another', () => {
    const one = item('a')
    const others: Partial<CatalogueItem>[] = [
      { product: 'Q' },
      { sku: null },
      { title: 'b' },
      { url: 'https://shop.example/other' },
      { image: 'https://shop.example/i.jpg' },
      { price: 1 },
      { priceBefore: 2000 },
      { currency: 'USD' },
      { category: 'x' },
      { tags: ['x'] },
      { brand: 'x' },
      { gtin: 'x' },
      { inStock: false },
    ]
    expect(new Set([one, ...others.map((more) => ({ ...one, ...more }))].map(digestOf)).size).toBe(
      others.length + 1,
    )
    expect(digestOf({ ...one })).toBe(digestOf(one))
  })
})
