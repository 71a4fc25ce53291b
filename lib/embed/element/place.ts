import type { Scheme, View } from '../messages'

/** Where our documents are: `https://HOST/`, with the path that a proxy puts before it. Every path here is below it. */
export type Base = string

/** The script is at `…/embed/v1.js`: everything else is found from there. */
export const baseOfScript = (address: string): Base => new URL('..', address).href

/** A framable document's address, cut where its path begins; null for any other. */
export function splitAddress(address: string): { base: Base; path: string } | null {
  const [, base, path] = /^(https?:\/\/.*?\/)(e\/[^?#]+)/.exec(address) ?? []
  return base && path ? { base, path } : null
}

/** Where an element begins: the parcel pages, or the returns portal. */
export type Section = '' | 'returns'

/** What an element asks for. */
type Wish = {
  section: Section
  shop: string
  /** A language tag; empty: whatever the reader's browser says. */
  locale: string
  token: string | null
  order: string | null
  /** A page below the language (`o/TOKEN`, `p/NUMBER`, `returns/…`) that a link into the shop's page named. */
  deep: string | null
}

/** The path of the document that an element asks for. */
export function wishedPath({ section, shop, locale, token, order, deep }: Wish): string {
  const start = [section, token && `o/${token}`].filter(Boolean).join('/')
  const path = ['e', shop, locale || 'und', deep ?? start].filter(Boolean).join('/')
  return order && !deep && !token ? `${path}?order=${encodeURIComponent(order)}` : path
}

/** What a path opens, whatever the language: `o/TOKEN`, `p/NUMBER`, `returns/…`, or nothing for the look-up. */
export const pageOf = (path: string): string => /^e\/[^/]*\/[^/?]*\/?([^?]*)/.exec(path)?.[1] ?? ''

/** A path as an address that says the look, so that the first paint is right. */
export function addressOf(base: Base, path: string, look: { scheme: Scheme; view: View }): string {
  const url = new URL(path, base)
  if (look.scheme !== 'auto') url.searchParams.set('scheme', look.scheme)
  if (look.view !== 'full') url.searchParams.set('view', look.view)
  return url.href
}

/** A path that a document named, below our base; null for one that leads anywhere else. */
export function ownPath(base: Base, path: string): string | null {
  const { href } = new URL(path, base)
  return href.startsWith(`${base}e/`) ? href.slice(base.length) : null
}
