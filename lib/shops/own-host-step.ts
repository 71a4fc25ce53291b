import { isLocale } from '@/lib/i18n/locales'

/** What becomes of an address on a merchant's own host. */
export type OwnHostStep =
  /** The same as on our host: pictures of mails, robots.txt, the shop's framable pages. */
  | { kind: 'same'; path: string }
  /** The shop's page; the path has the shop's segment again. */
  | { kind: 'shop'; path: string }
  /** A page without a language: the reader's is put before the path. */
  | { kind: 'locale'; path: string }

/** First segments that mean the same on every host; a warehouse checks in on ours alone, where its labels lead. */
const SHARED: ReadonlySet<string> = new Set(['demo', 'img', 'robots.txt'])

/** Pages that may be asked for without a language; the look-up finds its own. */
const PAGES: ReadonlySet<string> = new Set(['o', 'p', 'preferences', 'returns', 'withdraw'])

const READING: ReadonlySet<string> = new Set(['GET', 'HEAD'])

/** Decides by path alone; everything that isn't known is the shop's, whose pages know what is missing. */
export function ownHostStep(pathname: string, method: string, slug: string): OwnHostStep {
  const [, first = '', second] = pathname.split('/')
  if (SHARED.has(first) || (first === 'e' && second === slug)) return { kind: 'same', path: pathname }
  if (!isLocale(first) && PAGES.has(first) && READING.has(method)) return { kind: 'locale', path: pathname }
  return { kind: 'shop', path: `/${slug}${pathname === '/' ? '' : pathname}` }
}
