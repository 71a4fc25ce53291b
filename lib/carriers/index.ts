import { aftership } from './aftership'
import type { AnyCarrier } from './carrier'
import { easypost } from './easypost'
import { shippo } from './shippo'

/** Every provider of webhooks: one line each. */
const all: readonly AnyCarrier[] = [
  aftership,
  easypost,
  shippo,
]

/** The providers by the id in their webhook address. */
export const carriers: ReadonlyMap<string, AnyCarrier> = new Map(all.map((carrier) => [carrier.id, carrier]))
