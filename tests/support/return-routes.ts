import * as framedCancel from '@/app/(embed)/e/[shop]/[locale]/returns/[token]/[number]/cancel/route'
import * as framedChoice from '@/app/(embed)/e/[shop]/[locale]/returns/[token]/[number]/choice/route'
import * as framedContest from '@/app/(embed)/e/[shop]/[locale]/returns/[token]/[number]/contest/route'
import * as framedMethod from '@/app/(embed)/e/[shop]/[locale]/returns/[token]/[number]/method/route'
import * as framedPage from '@/app/(embed)/e/[shop]/[locale]/returns/[token]/[number]/route'
import * as cancel from '@/app/(shop)/[shop]/[locale]/returns/[token]/[number]/cancel/route'
import * as choice from '@/app/(shop)/[shop]/[locale]/returns/[token]/[number]/choice/route'
import * as contest from '@/app/(shop)/[shop]/[locale]/returns/[token]/[number]/contest/route'
import * as file from '@/app/(shop)/[shop]/[locale]/returns/[token]/[number]/files/[file]/route'
import * as label from '@/app/(shop)/[shop]/[locale]/returns/[token]/[number]/label/[box]/[file]/route'
import * as lastDay from '@/app/(shop)/[shop]/[locale]/returns/[token]/[number]/last-day.ics/route'
import * as method from '@/app/(shop)/[shop]/[locale]/returns/[token]/[number]/method/route'
import * as page from '@/app/(shop)/[shop]/[locale]/returns/[token]/[number]/route'
import * as tableFile from '@/app/r/[return]/files/[file]/route'
import * as table from '@/app/r/[return]/route'
import * as entry from '@/app/r/route'

const RETURN = '/{shop}/{locale}/returns/{token}/{number}'

/** Addresses of a sent return and of the check-in, and the routes that answer them. */
const ROUTES: readonly (readonly [pattern: string, handlers: object])[] = [
  [RETURN, page],
  [`${RETURN}/cancel`, cancel],
  [`${RETURN}/method`, method],
  [`${RETURN}/contest`, contest],
  [`${RETURN}/choice`, choice],
  [`${RETURN}/last-day.ics`, lastDay],
  [`${RETURN}/files/{file}`, file],
  [`${RETURN}/label/{box}/{file}`, label],
  [`/e${RETURN}`, framedPage],
  [`/e${RETURN}/cancel`, framedCancel],
  [`/e${RETURN}/method`, framedMethod],
  [`/e${RETURN}/contest`, framedContest],
  [`/e${RETURN}/choice`, framedChoice],
  ['/r', entry],
  ['/r/{return}', table],
  ['/r/{return}/files/{file}', tableFile],
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

/** Asks one of these addresses; null for any other. */
export function askReturn(address: string, init: RequestInit = {}): Promise<Response> | null {
  const url = new URL(address, HOST)
  const method = init.method ?? 'GET'
  for (const [template, handlers] of ROUTES) {
    const pattern = new RegExp(`^${template.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`)
    const found = pattern.exec(url.pathname)
    const handler: unknown = Object.entries(handlers).find(([name]) => name === method)?.[1]
    if (found && typeof handler === 'function')
      return call(handler, new Request(url, init), { ...found.groups })
  }
  return null
}

/** A browser of the warehouse: it keeps cookies, and says of its own forms where they come from. */
export function shiftBrowser(headers: Record<string, string> = { 'sec-fetch-site': 'same-origin' }) {
  const jar = new Map<string, string>()
  const ask = async (address: string, init: RequestInit): Promise<Response> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const all = new Headers({ ...headers, 'accept-language': 'en', ...(cookie && { cookie }) })
    const response = await askReturn(address, { ...init, headers: all })
    if (!response) throw new Error(`nobody answers ${address}`)
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const [name = '', value = ''] = pair.split('=')
      if (/Max-Age=0/.test(line)) jar.delete(name)
      else jar.set(name, value)
    }
    return response
  }
  return { ask, jar }
}
