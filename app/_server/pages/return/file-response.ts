/** A private file of a return: shown where the browser can, under a name of its own when it is saved. */
export const fileResponse = (content: Uint8Array, mediaType: string, name: string): Response =>
  new Response(Buffer.from(content), {
    headers: {
      'content-type': mediaType,
      'content-disposition': `inline; filename="${name.replace(/[^\w.-]/g, '')}"`,
      'cache-control': 'private, no-store',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex',
    },
  })
