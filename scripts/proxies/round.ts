import type { Ask } from './ask'
import type { Seeded } from './seed-shop'

/** The shop's first host: that of links in mails. */
export const FIRST_HOST = 'orders.brand.test'

export type FrontServer = {
  ask: Ask
  /** Client addresses, each in a network of its own: one that looks orders up, one that guesses. */
  clients: { reader: string; guesser: string }
  /** Whether a host that nobody has gets as far as a page; where certificates are had on demand it doesn't. */
  admitsStrangers: boolean
}

/** A way to the shop's pages: their address without a slash at the end, and that of the server's root. */
export type Place = { pages: string; root: string }

/** Notes one sentence and whether it holds; `seen` is shown when it doesn't. */
export type Check = (sentence: string, holds: boolean, seen?: unknown) => void

/** One proxy, one place, and what is checked there. */
export type Round = {
  proxy: FrontServer
  place: Place
  shop: Seeded
  /** Doorstep without a proxy. */
  upstream: string
  check: Check
}
