type HostPage = {
  lang?: string
  dir?: 'ltr' | 'rtl'
  head?: string
  before?: string
  after?: string
}

/** A page of a shop: something above, the snippet, something below. */
export const hostPage = (
  content: string,
  { lang = 'de', dir = 'ltr', head = '', before = '<header><h1>Brand</h1></header>', after }: HostPage = {},
): string => `<!doctype html><html lang="${lang}" dir="${dir}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>Brand</title>
<style>body{margin:0;font-family:sans-serif}header,footer{padding:24px}</style>${head}</head>
<body>${before}<main aria-label="Brand">${content}</main>${after ?? '<footer><p>The end of the page</p></footer>'}</body></html>`

const attributesOf = (attributes: Record<string, string>): string =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('')

/** The element with the iframe that works without a script. */
export const element = (src: string, attributes: Record<string, string> = {}): string =>
  `<doorstep-parcel${attributesOf(attributes)} style="display:block;min-height:100svh">
<iframe src="${src}" title="Sendungsstatus" style="display:block;width:100%;border:0;min-height:inherit"></iframe>
</doorstep-parcel>`

/** The same for the returns portal. */
export const returnsElement = (src: string, attributes: Record<string, string> = {}): string =>
  element(src, attributes).replaceAll('doorstep-parcel', 'doorstep-returns')

/** The element alone. */
export const bareElement = (attributes: Record<string, string>): string =>
  `<doorstep-parcel${attributesOf(attributes)} style="display:block;min-height:100svh"></doorstep-parcel>`

/** The script line of the snippet. */
export const script = (origin: string): string => `<script async src="${origin}/embed/v1.js"></script>`
