import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { newOrderNumber, orderBody, putOrder, type Shop } from '../support/send'
import { ask } from './merchant'

/** What the tests order: prices by which every sum can be done in the head; minor units. */
const PRICES = {
  jacket: 10_000,
  belt: 5000,
  lamp: 6000,
  socks: 1500,
  boots: 20_000,
  present: 12_345,
} as const
export type Good = keyof typeof PRICES

export const TITLES: Readonly<Record<Good, string>> = {
  jacket: 'Prüfjacke',
  belt: 'Prüfgürtel',
  lamp: 'Prüflampe',
  socks: 'Prüfsocken',
  boots: 'Prüfstiefel',
  present: 'Prüfpräsent',
}

export type OwnOrder = {
  number: string
  email: string
  /** Opens the order, and may act. */
  token: string
  skuOf: (good: Good) => string
}

/** What is written at the end of an order's link. */
const tokenOf = (link: string): string => link.split('/').at(-1) ?? ''

/** An order of the test's own, of a shopper of its own: goods with how many of each. */
export async function putGoods(
  shop: Shop,
  goods: readonly (readonly [Good, number])[],
  {
    email = `e2e-${randomUUID().slice(0, 8)}@example.org`,
    ...more
  }: { email?: string; [field: string]: unknown } = {},
): Promise<OwnOrder> {
  const number = newOrderNumber()
  const skuOf = (good: Good) => `${number}-${good}`
  const body = orderBody({
    shipping: { price: 490, service: 'standard' },
    ...more,
    lines: goods.map(([good, quantity], index) => ({
      id: String(index + 1),
      sku: skuOf(good),
      product: skuOf(good),
      title: TITLES[good],
      variant: 'M',
      quantity,
      unitPrice: PRICES[good],
    })),
  })
  const links = await putOrder(shop, number, { ...body, customer: { ...body.customer, email } })
  return { number, email, token: tokenOf(links.order), skuOf }
}

/** Sells a good of an order in a larger size, too: it costs `more`, and so many are there. */
export async function sellLarger(
  shop: Shop,
  { skuOf }: OwnOrder,
  good: Good,
  { more, stock }: { more: number; stock: number },
): Promise<string> {
  const sku = `${skuOf(good)}-L`
  const product = skuOf(good)
  const variant = { product, title: TITLES[good], currency: 'EUR' }
  await ask(shop, 'PUT', 'variants', {
    variants: [
      { ...variant, sku: skuOf(good), variant: 'M', price: PRICES[good], stock: 5 },
      { ...variant, sku, variant: 'L', price: PRICES[good] + more, stock },
    ],
  })
  return sku
}

const codesSchema = z.object({ codes: z.array(z.string()).min(1) })

/** A code as it lies in the parcel of a present. */
export async function giftCode(shop: Shop, { number }: OwnOrder): Promise<string> {
  const { codes } = codesSchema.parse(await ask(shop, 'POST', `orders/${number}/gift-codes`, { count: 1 }))
  return codes[0] ?? ''
}
