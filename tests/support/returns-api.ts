import * as resend from '@/app/api/v1/messages/[message]/resend/route'
import * as messages from '@/app/api/v1/messages/route'
import * as proof from '@/app/api/v1/o/[token]/returns/proof/route'
import * as quote from '@/app/api/v1/o/[token]/returns/quote/route'
import * as options from '@/app/api/v1/o/[token]/returns/route'
import * as cancelled from '@/app/api/v1/r/[token]/[number]/cancel/route'
import * as contested from '@/app/api/v1/r/[token]/[number]/contest/route'
import * as exchanged from '@/app/api/v1/r/[token]/[number]/exchange/route'
import * as rerouted from '@/app/api/v1/r/[token]/[number]/method/route'
import * as followed from '@/app/api/v1/r/[token]/[number]/route'
import * as approve from '@/app/api/v1/returns/[number]/approve/route'
import * as cancel from '@/app/api/v1/returns/[number]/cancel/route'
import * as check from '@/app/api/v1/returns/[number]/check/route'
import * as contests from '@/app/api/v1/returns/[number]/contests/route'
import * as notes from '@/app/api/v1/returns/[number]/notes/route'
import * as retry from '@/app/api/v1/returns/[number]/payments/[payment]/retry/route'
import * as receive from '@/app/api/v1/returns/[number]/receive/route'
import * as refunds from '@/app/api/v1/returns/[number]/refunds/route'
import * as reject from '@/app/api/v1/returns/[number]/reject/route'
import * as release from '@/app/api/v1/returns/[number]/release/route'
import * as one from '@/app/api/v1/returns/[number]/route'
import * as unavailable from '@/app/api/v1/returns/[number]/unavailable/route'
import * as list from '@/app/api/v1/returns/route'

type Handler = (request: Request, context: { params: Promise<never> }) => Promise<Response>
type Method = 'GET' | 'POST' | 'OPTIONS'

/** Addresses of the API of returns, and the routes that answer them. */
const ROUTES: readonly (readonly [pattern: string, handlers: Partial<Record<Method, Handler>>])[] = [
  ['/api/v1/returns', list],
  ['/api/v1/returns/{number}', one],
  ['/api/v1/returns/{number}/approve', approve],
  ['/api/v1/returns/{number}/reject', reject],
  ['/api/v1/returns/{number}/receive', receive],
  ['/api/v1/returns/{number}/check', check],
  ['/api/v1/returns/{number}/refunds', refunds],
  ['/api/v1/returns/{number}/release', release],
  ['/api/v1/returns/{number}/notes', notes],
  ['/api/v1/returns/{number}/cancel', cancel],
  ['/api/v1/returns/{number}/contests', contests],
  ['/api/v1/returns/{number}/unavailable', unavailable],
  ['/api/v1/returns/{number}/payments/{payment}/retry', retry],
  ['/api/v1/messages', messages],
  ['/api/v1/messages/{message}/resend', resend],
  ['/api/v1/o/{token}/returns', options],
  ['/api/v1/o/{token}/returns/quote', quote],
  ['/api/v1/o/{token}/returns/proof', proof],
  ['/api/v1/r/{token}/{number}', followed],
  ['/api/v1/r/{token}/{number}/cancel', cancelled],
  ['/api/v1/r/{token}/{number}/contest', contested],
  ['/api/v1/r/{token}/{number}/method', rerouted],
  ['/api/v1/r/{token}/{number}/exchange', exchanged],
]

const patternOf = (template: string): RegExp =>
  new RegExp(`^${template.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`)

export type Asked = { body?: unknown; headers?: Record<string, string> }

/** Asks an address of the API of returns; `template` is that of the description. */
export async function ask(
  method: Method,
  address: string,
  { body, headers = {} }: Asked = {},
): Promise<{ template: string; response: Response }> {
  const url = new URL(address, 'http://doorstep.test')
  for (const [template, handlers] of ROUTES) {
    const found = patternOf(template).exec(url.pathname)
    const handler: unknown = handlers[method]
    if (!found || typeof handler !== 'function') continue
    const request = new Request(url, {
      method,
      headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const response: unknown = await handler(request, { params: Promise.resolve({ ...found.groups }) })
    if (!(response instanceof Response)) throw new Error(`${template} answers with no response`)
    return { template, response }
  }
  throw new Error(`nobody answers ${method} ${address}`)
}

/** The same with a merchant's key. */
export const merchant =
  (apiKey: string) =>
  (method: Method, address: string, { body, headers = {} }: Asked = {}) =>
    ask(method, address, { body, headers: { authorization: `Bearer ${apiKey}`, ...headers } })
