import * as framedConfirm from '@/app/(embed)/e/[shop]/[locale]/confirm/[token]/route'
import * as framedGo from '@/app/(embed)/e/[shop]/[locale]/go/[slot]/route'
import * as framedNewsletter from '@/app/(embed)/e/[shop]/[locale]/newsletter/route'
import * as framedPreferences from '@/app/(embed)/e/[shop]/[locale]/preferences/[token]/route'
import * as framedStop from '@/app/(embed)/e/[shop]/[locale]/preferences/[token]/stop/route'
import * as confirm from '@/app/(shop)/[shop]/[locale]/confirm/[token]/route'
import * as go from '@/app/(shop)/[shop]/[locale]/go/[slot]/route'
import * as newsletter from '@/app/(shop)/[shop]/[locale]/newsletter/route'
import * as preferences from '@/app/(shop)/[shop]/[locale]/preferences/[token]/route'
import * as stop from '@/app/(shop)/[shop]/[locale]/preferences/[token]/stop/route'

const ROUTES: readonly (readonly [pattern: string, handlers: object])[] = [
  ['/{shop}/{locale}/preferences/{token}', preferences],
  ['/{shop}/{locale}/preferences/{token}/stop', stop],
  ['/{shop}/{locale}/confirm/{token}', confirm],
  ['/{shop}/{locale}/newsletter', newsletter],
  ['/{shop}/{locale}/go/{slot}', go],
  ['/e/{shop}/{locale}/preferences/{token}', framedPreferences],
  ['/e/{shop}/{locale}/preferences/{token}/stop', framedStop],
  ['/e/{shop}/{locale}/confirm/{token}', framedConfirm],
  ['/e/{shop}/{locale}/newsletter', framedNewsletter],
  ['/e/{shop}/{locale}/go/{slot}', framedGo],
]

const HOST = 'https://orders.example'

async function call(
  handler: CallableFunction,
  request: Request,
  params: Record<string, string>,
): Promise<Response> {
  const response: unknown = await handler(request, { params: Promise.resolve(params) })
  if (!(response instanceof Response)) throw new Error(`${request.url} is answered with no response`)
  return response
}

/** Asks one of the pages about consent, or a slot's link; null for any other address. */
export function askConsent(address: string, init: RequestInit = {}): Promise<Response> | null {
  const url = new URL(address, HOST)
  for (const [template, handlers] of ROUTES) {
    const found = new RegExp(`^${template.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`).exec(url.pathname)
    const handler: unknown = Object.entries(handlers).find(([name]) => name === (init.method ?? 'GET'))?.[1]
    if (found && typeof handler === 'function')
      return call(handler, new Request(url, init), { ...found.groups })
  }
  return null
}
