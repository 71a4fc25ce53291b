import { PRODUCTS } from '@/db/seed/demo/products'
import type { Demo } from '../support/demo'
import {
  dayFromToday,
  minutesAgo,
  newOrderNumber,
  newParcelNumber,
  orderBody,
  parcelUpdate,
  postWebhook,
  putOrder,
  type Shop,
} from '../support/send'
import { expect } from '../support/test'

/** The demo's shops that have placed slots. */
export const SHOPS = {
  alpenglueck: {
    locale: 'de',
    product: 'jacket',
    city: { postalCode: '80331', city: 'München', countryCode: 'DE' },
  },
  'maison-lumen': {
    locale: 'fr',
    product: 'lamp',
    city: { postalCode: '69002', city: 'Lyon', countryCode: 'FR' },
  },
} as const
export type SlotShop = keyof typeof SHOPS

const STARTED = [
  { at: minutesAgo(3000), status: 'in_transit.picked_up' },
  { at: minutesAgo(400), status: 'in_transit.arrived' },
]

/** What a parcel's carrier tells of it, by what its page has to cope with. */
const STATES = {
  happy: () => ({ scans: STARTED, window: { earliest: dayFromToday(1), latest: dayFromToday(1) } }),
  late: () => ({ scans: STARTED, window: { earliest: dayFromToday(-3), latest: dayFromToday(-3) } }),
  'address problem': () => ({
    scans: [...STARTED, { at: minutesAgo(90), status: 'exception.address_problem' }],
  }),
  delivered: () => ({
    scans: [...STARTED, { at: minutesAgo(60), status: 'delivered.recipient' }],
  }),
} as const satisfies Record<
  string,
  () => { scans: typeof STARTED; window?: { earliest: string; latest: string } }
>
export type State = keyof typeof STATES

export type SlotOrder = { number: string; shop: Shop; page: string }

function shopOf({ origin, apiKeys, webhooks }: Demo, slug: SlotShop) {
  const apiKey = apiKeys[slug]
  const door = webhooks[`${slug} standard`]
  if (!apiKey || !door) throw new Error(`the demo printed no key or webhook of ${slug}`)
  return { origin, apiKey, door }
}

/** An order of the test's own in one of the demo's shops, of something that the shop sells, with a parcel in some state. */
export async function orderIn(demo: Demo, slug: SlotShop, state: State): Promise<SlotOrder> {
  const { door, ...shop } = shopOf(demo, slug)
  const { locale, product, city } = SHOPS[slug]
  const sold = PRODUCTS[slug][product]
  if (!sold) throw new Error(`${slug} sells no ${product}`)
  const [number, parcel] = [newOrderNumber(), newParcelNumber()]
  const { deliveryAddress, customer, ...body } = orderBody({
    locale,
    lines: [
      {
        id: '1',
        sku: sold.sku,
        title: sold.title[locale] ?? '',
        category: sold.category,
        quantity: 1,
        unitPrice: sold.price,
      },
    ],
    parcels: [{ carrier: 'dhl', number: parcel }],
  })
  const links = await putOrder(shop, number, {
    ...body,
    // A person of its own: what one objects to holds for all their orders.
    customer: { ...customer, email: `${number.toLowerCase()}@example.org` },
    deliveryAddress: { ...deliveryAddress, ...city },
  })
  const { scans, ...more } = STATES[state]()
  const answer = await postWebhook(door, parcelUpdate(parcel, scans, more))
  if (!answer.ok) throw new Error(`the report was refused: ${answer.status}`)
  // The work on a delivery begins when it is answered.
  await expect
    .poll(async () => {
      const order = await (await fetch(links.json)).json()
      return order.parcels[0]?.scans.length
    })
    .toBe(scans.length)
  return { number, shop, page: links.order }
}
