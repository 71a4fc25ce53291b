import { type NextRequest, NextResponse } from 'next/server'
import { forwardedPrefix } from '@/app/_server/forwarded-prefix'
import { HOST_HEADER } from '@/app/_server/host-header'
import { type HostOwner, whoseHost } from '@/app/_server/whose-host'
import { negotiateLocale } from '@/lib/i18n/negotiate-locale'
import { onSameHost } from '@/lib/shops/addresses'
import { type OwnHostStep, ownHostStep } from '@/lib/shops/own-host-step'

/** Everything but what is the same on every host, and what our server knows to be for our own (`OURS_HEADER`, read at build time). */
export const config = {
  matcher: [
    {
      source: '/((?!(?:api|assets|media|embed|_next)(?:/|$)).*)',
      missing: [{ type: 'header', key: 'x-doorstep-ours' }],
    },
  ],
}

/** Sends a reader elsewhere on the same host; the framework makes the address relative. */
function redirect(
  request: NextRequest,
  path: string,
  status: 307 | 308,
  headers: Record<string, string> = {},
): Response {
  // Two slashes in front would name another host.
  const place = onSameHost(
    { kind: 'own-host', prefix: forwardedPrefix(request.headers) },
    path.replace(/^[/\\]+/, '/'),
  )
  return NextResponse.redirect(new URL(`${place}${request.nextUrl.search}`, request.url), { status, headers })
}

/** Hands a request to the pages, together with the host it came in on: what a client says of that is dropped. */
function pass(request: NextRequest, path: string | null, host: string | null): Response {
  const headers = new Headers(request.headers)
  headers.delete(HOST_HEADER)
  if (host) headers.set(HOST_HEADER, host)
  const init = { request: { headers } }
  if (path === null) return NextResponse.next(init)
  return NextResponse.rewrite(new URL(`${path}${request.nextUrl.search}`, request.url), init)
}

const ownHostSteps = {
  same: (request, _step, { host }) => pass(request, null, host),
  shop: (request, { path }, { host }) => pass(request, path, host),
  locale: (request, { path }, { shop }) => {
    const locale = negotiateLocale({
      explicit: request.nextUrl.searchParams.get('locale'),
      acceptLanguage: request.headers.get('accept-language'),
      shop,
    })
    return redirect(request, `/${locale}${path}`, 307, {
      vary: 'accept-language',
      'cache-control': 'no-store',
    })
  },
} as const satisfies Record<
  OwnHostStep['kind'],
  (request: NextRequest, step: OwnHostStep, owner: Extract<HostOwner, { kind: 'shop' }>) => Response
>

/** Leads a request to the shop whose host it names. It authorises nothing: what stands behind an address decides that. */
export async function proxy(request: NextRequest): Promise<Response> {
  const { pathname } = request.nextUrl
  // Nobody's page finds out by itself whether the database is away.
  const owner: HostOwner = await whoseHost(request.headers).catch(() => ({ kind: 'nobody' }))
  if (owner.kind === 'nobody') return pass(request, '/', null)
  if (pathname.length > 1 && pathname.endsWith('/'))
    return redirect(request, pathname.replace(/\/+$/, ''), 308)
  if (owner.kind === 'ours')
    return request.headers.has(HOST_HEADER) ? pass(request, null, null) : NextResponse.next()
  const step = ownHostStep(pathname, request.method, owner.shop.slug)
  return ownHostSteps[step.kind](request, step, owner)
}
