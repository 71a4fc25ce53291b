import * as framedAddress from '@/app/(embed)/e/[shop]/[locale]/o/[token]/address/route'
import * as framedWishes from '@/app/(embed)/e/[shop]/[locale]/o/[token]/wishes/route'
import * as address from '@/app/(shop)/[shop]/[locale]/o/[token]/address/route'
import * as wishes from '@/app/(shop)/[shop]/[locale]/o/[token]/wishes/route'
import * as handled from '@/app/api/v1/care/[entry]/handled/route'
import * as care from '@/app/api/v1/care/route'
import * as codes from '@/app/api/v1/vouchers/codes/route'
import * as vouchers from '@/app/api/v1/vouchers/route'
import * as rule from '@/app/api/v1/vouchers/rules/[currency]/route'
import * as rules from '@/app/api/v1/vouchers/rules/route'
import type { TestShop } from './context'

/** Addresses of the pages and the API, and the routes that answer them. */
const ROUTES: readonly (readonly [pattern: string, handlers: object])[] = [
  ['/api/v1/care', care],
  ['/api/v1/care/{entry}/handled', handled],
  ['/api/v1/vouchers', vouchers],
  ['/api/v1/vouchers/rules', rules],
  ['/api/v1/vouchers/rules/{currency}', rule],
  ['/api/v1/vouchers/codes', codes],
  ['/{shop}/{locale}/o/{token}/address', address],
  ['/{shop}/{locale}/o/{token}/wishes', wishes],
  ['/e/{shop}/{locale}/o/{token}/address', framedAddress],
  ['/e/{shop}/{locale}/o/{token}/wishes', framedWishes],
]

const HOST = 'https://orders.example'

/** Asks one of these addresses; null for any other. */
export function askCare(to: string, init: RequestInit = {}): Promise<Response> | null {
  const url = new URL(to, HOST)
  for (const [template, handlers] of ROUTES) {
    const found = new RegExp(`^${template.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`).exec(url.pathname)
    const handler: unknown = Object.entries(handlers).find(([name]) => name === (init.method ?? 'GET'))?.[1]
    if (!found || typeof handler !== 'function') continue
    const params = Promise.resolve({ ...found.groups })
    return Promise.resolve(handler(new Request(url, init), { params }))
  }
  return null
}

/** Asks the API with a shop's key. */
export async function api(shop: TestShop, method: string, to: string, body?: unknown): Promise<Response> {
  const headers = { authorization: `Bearer ${shop.apiKey}`, 'content-type': 'application/json' }
  const response = await askCare(to, {
    method,
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  if (!response) throw new Error(`nobody answers ${method} ${to}`)
  return response
}
