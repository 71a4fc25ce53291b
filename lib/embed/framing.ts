import { lookQuery, type PageLook } from './page-look'

/** How a document may stand in somebody's page. */
export type Framing = {
  /** The shop's allowed origins; empty: nobody may. */
  origins: readonly string[]
  look: PageLook
  /** What the path of every framable document begins with: `/e/`, below a proxy's prefix. */
  root: string
}

function originOf(address: string): string | null {
  const { origin } = new URL(address)
  return origin === 'null' ? null : origin
}

/** The `frame-ancestors` of a policy. Only origins go in, so that no stored text can add a directive of its own. */
export function frameAncestors(origins: readonly string[]): string {
  const allowed = new Set(origins.map(originOf).filter((origin) => origin !== null))
  return `frame-ancestors ${allowed.size > 0 ? [...allowed].join(' ') : "'none'"}`
}

const TAG = /<(?:a|form|html)\b[^>]*>/g
/** Other sites refuse to be framed, and in a sandbox a browser shows no PDF. */
const BESIDE = /^<a\b[^>]*\shref="(?:https?:[^"]*|[^"]*\.pdf)"/

/**
 * Makes a document one that stands in a frame: links out of it and to files open beside it; links and forms within it keep the
 * look it was opened with; its root says that look, so that the first paint is right.
 * Reads our own static markup, where `<` and `>` never stand bare in a text or an attribute.
 */
export function dressForFrame(html: string, { look, root }: Framing): string {
  const query = lookQuery(look).replaceAll('&', '&amp;')
  const within = new RegExp(`\\s(href|action)="(${root}[^"#]*)`)
  return html.replace(TAG, (tag) => {
    if (tag.startsWith('<html')) return rootTag(tag, look)
    if (BESIDE.test(tag)) return /\starget="/.test(tag) ? tag : `${tag.slice(0, -1)} target="_blank">`
    return query ? tag.replace(within, (own) => `${own}${own.includes('?') ? '&amp;' : '?'}${query}`) : tag
  })
}

function rootTag(tag: string, { scheme, view }: PageLook): string {
  const attributes = [scheme && ` data-scheme="${scheme}"`, view && ` data-view="${view}"`]
    .filter(Boolean)
    .join('')
  return `${tag.slice(0, -1)}${attributes}>`
}
