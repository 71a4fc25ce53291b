import { type OrderBody, orderBodySchema } from '@/lib/orders/order'
import { demoProducts, type SellingShop } from './catalogue'

/** What was bought together in the last months, and how often. */
const BASKETS = {
  alpenglueck: [
    { products: ['jacket', 'backpack'], times: 5 },
    { products: ['jacket', 'backpack', 'thermos'], times: 3 },
    { products: ['rope', 'backpack', 'thermos'], times: 3 },
    { products: ['boots', 'beanie'], times: 4 },
    { products: ['boots', 'AG-SOCK-4042'], times: 2 },
    { products: ['boots', 'AG-WAX-100'], times: 2 },
    { products: ['thermos', 'mug'], times: 5 },
    { products: ['mug', 'beanie'], times: 4 },
    { products: ['beanie', 'thermos'], times: 3 },
    { products: ['mug'], times: 4 },
    { products: ['jacket'], times: 3 },
    { products: ['rope'], times: 2 },
  ],
  'maison-lumen': [
    { products: ['lamp', 'vase'], times: 5 },
    { products: ['lamp', 'linen'], times: 3 },
    { products: ['candle', 'vase'], times: 4 },
    { products: ['candle', 'carafe'], times: 4 },
    { products: ['linen', 'ceramics'], times: 5 },
    { products: ['linen', 'carafe'], times: 3 },
    { products: ['ceramics', 'carafe'], times: 3 },
    { products: ['armchair', 'lamp'], times: 3 },
    { products: ['armchair', 'ML-PLAID-LAINE'], times: 2 },
    { products: ['candle'], times: 4 },
    { products: ['ceramics'], times: 2 },
  ],
} as const satisfies Record<SellingShop, readonly { products: readonly string[]; times: number }[]>

const DAY_MS = 86_400_000
const NEWEST_DAYS_AGO = 60
/** The last number before the first that the demo tells of. */
const LAST_NUMBER = { alpenglueck: 1000, 'maison-lumen': 2000 } as const satisfies Record<SellingShop, number>
const PREFIX = { alpenglueck: 'AG', 'maison-lumen': 'ML' } as const satisfies Record<SellingShop, string>

/** An order of a few months ago: what was in it, and nothing of who bought it. */
export type PastOrder = { number: string; body: OrderBody }

/** A demo shop's orders of a few months ago: from them it knows what goes with what. */
export function pastOrders(shop: SellingShop, now: Date): PastOrder[] {
  const sold = demoProducts(shop, '').products
  const item = (name: string) => {
    const found = sold.find(({ id, product }) => product === name || id === name)
    if (!found) throw new Error(`${shop} sells no ${name}`)
    return found
  }
  const baskets = BASKETS[shop].flatMap(({ products, times }) =>
    Array.from({ length: times }, () => products),
  )
  return baskets.map((products, index) => ({
    number: `${PREFIX[shop]}-${String(LAST_NUMBER[shop] - index).padStart(4, '0')}`,
    body: orderBodySchema.parse({
      placedAt: new Date(now.getTime() - (NEWEST_DAYS_AGO + index) * DAY_MS).toISOString(),
      currency: 'EUR',
      lines: products.map(item).map(({ id: sku, title, price }, line) => ({
        id: String(line + 1),
        sku,
        title,
        quantity: 1,
        unitPrice: price,
      })),
    }),
  }))
}
