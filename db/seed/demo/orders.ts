import type { z } from 'zod'
import type { orderBodySchema } from '@/lib/orders/order'
import { type Calendar, calendarOf } from './calendar'
import { alpenglueckOrders } from './orders/alpenglueck'
import { maisonLumenOrders } from './orders/maison-lumen'
import { nordlysOrders } from './orders/nordlys'
import type { OrderSpec } from './orders/order-spec'
import { PRODUCTS } from './products'
import type { DemoProduct } from './products/product'
import { DEMO_SLUGS, type DemoSlug, demoShops } from './shops'

/** What `PUT /api/v1/orders/{number}` takes, before it is parsed. */
export type OrderPut = z.input<typeof orderBodySchema>

export type DemoOrder = { shop: DemoSlug; number: string; headline: string; body: OrderPut }

const SPECS = {
  alpenglueck: alpenglueckOrders,
  'maison-lumen': maisonLumenOrders,
  nordlys: nordlysOrders,
} as const satisfies Record<DemoSlug, (calendar: Calendar) => OrderSpec[]>

/** VAT by destination; exports carry none. */
const TAX_RATES: Readonly<Record<string, number>> = { AT: 0.2, DE: 0.19, DK: 0.25, FR: 0.2, SE: 0.25 }

function productOf(shop: DemoSlug, name: string): DemoProduct {
  const product = PRODUCTS[shop][name]
  if (!product) throw new Error(`${shop} sells no ${name}`)
  return product
}

function bodyOf(shop: DemoSlug, spec: OrderSpec, origin: string): OrderPut {
  const { settings } = demoShops[shop]
  const words = (texts: DemoProduct['title']) =>
    texts[spec.locale] ?? texts[settings.defaultLocale] ?? texts.en ?? ''
  const taxRate = TAX_RATES[spec.address.countryCode] ?? 0
  return {
    placedAt: `${spec.placed.local}${spec.placed.offset}`,
    locale: spec.locale,
    currency: spec.currency ?? 'EUR',
    customer: spec.customer,
    deliveryAddress: { name: spec.customer.name, ...spec.address },
    lines: spec.items.map(({ product: name, quantity }, index) => {
      const product = productOf(shop, name)
      return {
        id: String(index + 1),
        sku: product.sku,
        title: words(product.title),
        variant: words(product.variant),
        quantity,
        unitPrice: product.price,
        taxRate,
        image: `${origin}/demo/pictures/${name}.webp`,
        url: `${settings.homeUrl}/p/${product.sku.toLowerCase()}`,
        category: product.category,
        product: name,
        tags: [...product.tags],
        options: { ...product.options },
      }
    }),
    shipping: { price: spec.shipping, service: spec.service },
    discounts: spec.discount ? [spec.discount] : [],
    parcels: spec.parcels.map(({ carrier, number, items }) => ({
      carrier,
      number,
      lines: (items ?? spec.items.map(({ quantity }, position) => ({ position, quantity }))).map(
        ({ position, quantity }) => ({ id: String(position + 1), quantity }),
      ),
    })),
  }
}

/** Every order of the demo as its shop would PUT it; pictures lie on `origin` (no slash at its end). */
export function demoOrders(now: Date, origin: string): DemoOrder[] {
  return DEMO_SLUGS.flatMap((shop) =>
    SPECS[shop](calendarOf(now, demoShops[shop].settings.timeZone)).map((spec: OrderSpec) => ({
      shop,
      number: spec.number,
      headline: spec.headline,
      body: bodyOf(shop, spec, origin),
    })),
  )
}
