import type { PageKind } from '@/lib/embed/messages'

const KINDS: Record<string, PageKind> = { undefined: 'look-up', o: 'order', p: 'parcel' }

/** Below `returns`: everything but a return that was sent, whose token holds a dot. */
const CHOOSING = /^[^.]*$/

/** The part of a path that every document of this shop and language has: up to `/e/{shop}/{locale}`. */
const BASE = /^.*?\/e\/[^/]+\/[^/]+/

/** What a document at a path is. */
export function kindOf(pathname: string): PageKind {
  const [, first, second = ''] = pathname.replace(BASE, '').split('/')
  if (first === 'returns') return CHOOSING.test(second) ? 'returns' : 'return'
  return KINDS[String(first)] ?? 'other'
}

/** What this document is. */
export const pageKind = (): PageKind =>
  document.querySelector('main [data-part=message]') ? 'other' : kindOf(location.pathname)

/** Whether a path is that of a return's choices so far. */
export const isDraft = (pathname: string): boolean => /^\/returns\/d\//.test(pathname.replace(BASE, ''))

/** An address within the frame with the look that the host has asked for, so that its first paint is right. */
export function withLook(address: string): string {
  const url = new URL(address)
  const { scheme = 'auto', view = 'full' } = document.documentElement.dataset
  if (scheme !== 'auto') url.searchParams.set('scheme', scheme)
  if (view !== 'full') url.searchParams.set('view', view)
  return url.href
}

/** Whether a link leads to another framable document. */
export const isFramable = ({ origin, pathname }: URL | HTMLAnchorElement): boolean =>
  origin === location.origin && pathname.startsWith(location.pathname.replace(/\/e\/.*$/, '/e/'))
