import type { PageKind } from '@/lib/embed/messages'

const KINDS: Record<string, PageKind> = { undefined: 'look-up', o: 'order', p: 'parcel' }

/** The part of a path that every document of this shop and language has: up to `/e/{shop}/{locale}`. */
const BASE = /^.*?\/e\/[^/]+\/[^/]+/

/** What this document is. */
export function pageKind(): PageKind {
  if (document.querySelector('main [data-part=message]')) return 'other'
  const [, first] = location.pathname.replace(BASE, '').split('/')
  return KINDS[String(first)] ?? 'other'
}

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
