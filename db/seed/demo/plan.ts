import { type DemoDelivery, demoDeliveries } from './deliveries'
import { type DemoOrder, demoOrders } from './orders'
import { DEMO_SLUGS, type DemoSlug, demoShops } from './shops'
import type { DemoShop } from './shops/demo-shop'

export type DemoPlan = {
  shops: DemoShop[]
  orders: DemoOrder[]
  /** In posting order; those with `beforeOrder` are posted before the orders are put. */
  deliveries: DemoDelivery[]
}

/** Everything the demo sends, dated around `now`; pictures lie on `origin` (no slash at its end). */
export const demoPlan = (now: Date, origin: string): DemoPlan => ({
  shops: DEMO_SLUGS.map((slug) => demoShops[slug]),
  orders: demoOrders(now, origin),
  deliveries: demoDeliveries(now),
})

/** What each order shows, for the list that the demo prints. */
export const demoShowcase = (now: Date): { shop: DemoSlug; number: string; headline: string }[] =>
  demoOrders(now, '').map(({ shop, number, headline }) => ({ shop, number, headline }))
