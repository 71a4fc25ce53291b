import { alpenglueck } from './shops/alpenglueck'
import type { DemoShop } from './shops/demo-shop'
import { maisonLumen } from './shops/maison-lumen'
import { nordlys } from './shops/nordlys'

/** The shops of the demo, by slug. */
export const demoShops = { alpenglueck, 'maison-lumen': maisonLumen, nordlys } as const satisfies Record<
  string,
  DemoShop
>

export type DemoSlug = keyof typeof demoShops

export const DEMO_SLUGS = ['alpenglueck', 'maison-lumen', 'nordlys'] as const satisfies DemoSlug[]
