import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { ReactElement } from 'react'

const hashes = new LRUCache<string, string>({ max: 1_000 })

/** A style's name in a policy. */
function styleHash(css: string): string {
  const known = hashes.get(css)
  if (known) return known
  const hash = `'sha256-${createHash('sha256').update(css).digest('base64')}'`
  hashes.set(css, hash)
  return hash
}

/** A page before it is an answer: bytes that may be kept, and the styles that its policy must name. */
export type RenderedDocument = { html: string; styles: readonly string[] }

/** Renders a pure component to a whole document; nothing in it moves by itself. */
export async function renderDocument(
  element: ReactElement,
  styles: readonly string[],
): Promise<RenderedDocument> {
  // Imported here: the build refuses a static import of it in a route.
  const { renderToStaticMarkup } = await import('react-dom/server')
  return { html: `<!doctype html>${renderToStaticMarkup(element)}`, styles }
}

const policy = (styles: readonly string[]): string =>
  [
    "default-src 'none'",
    `style-src ${styles.map(styleHash).join(' ')}`,
    "script-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

type DocumentOptions = { status?: number; headers?: Record<string, string> }

/** Sends a document under a policy that lets in nothing but its own styles and our own islands and pictures. */
export const documentResponse = (
  { html, styles }: RenderedDocument,
  { status = 200, headers = {} }: DocumentOptions = {},
): Response =>
  new Response(html, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy(styles),
      'cache-control': 'private, no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
      ...headers,
    },
  })
