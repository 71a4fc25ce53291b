import { aftership } from './aftership'
import type { AnyCarrier } from './carrier'
import { easypost } from './easypost'
import { ship24 } from './ship24'
import { shipengine } from './shipengine'
import { shippo } from './shippo'
import { standard } from './standard'
import { ups } from './ups'

/** Every provider of webhooks: one line each. */
const all: readonly AnyCarrier[] = [aftership, easypost, ship24, shipengine, shippo, standard, ups]

/** The providers by the id in their webhook address. */
export const carriers: ReadonlyMap<string, AnyCarrier> = new Map(all.map((carrier) => [carrier.id, carrier]))
