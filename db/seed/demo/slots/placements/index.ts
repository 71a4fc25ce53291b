import type { DemoSlug } from '@/db/seed/demo/shops'
import { alpenglueckPlacements } from './alpenglueck'
import type { DemoPlacement } from './demo-placement'
import { maisonLumenPlacements } from './maison-lumen'
import { nordlysPlacements } from './nordlys'

/** What each demo shop has placed. */
export const demoPlacements: Readonly<Record<DemoSlug, readonly DemoPlacement[]>> = {
  alpenglueck: alpenglueckPlacements,
  'maison-lumen': maisonLumenPlacements,
  nordlys: nordlysPlacements,
}
