/** Who may show a file: pages of ours alone, or wherever a shop shows a return; no page may be framed by another. */
type Shown = 'same-origin' | 'cross-origin'

/** A private file of a return: shown where the browser can, under a name of its own when it is saved. */
export const fileResponse = (
  content: Uint8Array,
  mediaType: string,
  name: string,
  shown: Shown = 'same-origin',
): Response =>
  new Response(Buffer.from(content), {
    headers: {
      'content-type': mediaType,
      'content-disposition': `inline; filename="${name.replace(/[^\w.-]/g, '')}"`,
      'cache-control': 'private, no-store',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox",
      'cross-origin-resource-policy': shown,
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex',
    },
  })
