import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { ReactElement } from 'react'
import { dressForFrame, type Framing, frameAncestors } from '@/lib/embed/framing'

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

const policy = (styles: readonly string[], framing: Framing | null): string =>
  [
    "default-src 'none'",
    `style-src ${styles.map(styleHash).join(' ')}`,
    "script-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    frameAncestors(framing?.origins ?? []),
  ].join('; ')

const DENIED =
  'accelerometer autoplay camera display-capture encrypted-media fullscreen gamepad geolocation gyroscope hid ' +
  'idle-detection local-fonts magnetometer microphone midi payment picture-in-picture publickey-credentials-create ' +
  'publickey-credentials-get screen-wake-lock serial storage-access usb window-management xr-spatial-tracking'

/** Nothing but what a reader may ask for: to copy a number or, where the browser can, to share a page. */
const PERMISSIONS = [...DENIED.split(' ').map((feature) => `${feature}=()`), 'clipboard-write=(self)'].join(
  ', ',
)

type DocumentOptions = {
  status?: number
  headers?: Record<string, string>
  /** Null: the document stands in nobody's page. */
  framing?: Framing | null
}

/** What a page in a frame needs where its shop's page is isolated (COEP); it asks for nothing that isn't ours. */
const FRAMED = {
  'cross-origin-resource-policy': 'cross-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'x-robots-tag': 'noindex',
} as const

/** Sends a document under a policy that lets in nothing but its own styles and our own islands and pictures. */
export const documentResponse = (
  { html, styles }: RenderedDocument,
  { status = 200, headers = {}, framing = null }: DocumentOptions = {},
): Response =>
  new Response(framing ? dressForFrame(html, framing) : html, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy(styles, framing),
      'cache-control': 'private, no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': PERMISSIONS,
      ...(framing && FRAMED),
      ...headers,
    },
  })
