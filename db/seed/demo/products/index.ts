import type { DemoSlug } from '@/db/seed/demo/shops'
import { alpenglueckProducts } from './alpenglueck'
import { maisonLumenProducts } from './maison-lumen'
import { nordlysProducts } from './nordlys'
import type { DemoProduct } from './product'

/** What each demo shop sells, by the name of its picture. */
export const PRODUCTS: Record<DemoSlug, Readonly<Record<string, DemoProduct>>> = {
  alpenglueck: alpenglueckProducts,
  'maison-lumen': maisonLumenProducts,
  nordlys: nordlysProducts,
}
