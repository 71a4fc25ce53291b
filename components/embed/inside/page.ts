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

/** Whether a link leads to another framable document. */
export const isFramable = ({ origin, pathname }: URL | HTMLAnchorElement): boolean =>
  origin === location.origin && pathname.startsWith(location.pathname.replace(/\/e\/.*$/, '/e/'))
