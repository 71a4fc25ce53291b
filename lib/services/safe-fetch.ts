import { lookup } from 'node:dns/promises'
import http from 'node:http'
import https from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { Readable } from 'node:stream'
import { fail, ok, type Result } from '@/lib/core/result'
import { isPublicAddress } from './public-address'

export type SafeFetchError =
  /** Not an absolute URL. */
  | 'url_invalid'
  /** Only `https:`, and `http:` where private addresses are allowed. */
  | 'scheme_refused'
  /** A name or password in the URL. */
  | 'userinfo_refused'
  /** Only 443, any where private addresses are allowed. */
  | 'port_refused'
  /** The name has no address. */
  | 'name_unresolved'
  /** At least one of the name's addresses is not on the public internet. */
  | 'address_refused'
  /** The answer points elsewhere; it is never followed. */
  | 'redirect_refused'
  | 'too_large'
  | 'timeout'
  /** Refused, reset, no common TLS, a wrong certificate. */
  | 'connection_failed'

type FetchLimits = {
  /** The most bytes of the answer's body. */
  maxBytes: number
  /** For the whole request: name, connection and body, in milliseconds. */
  timeoutMs: number
  /** The `Accept` header. */
  accept: string
  /** `GET` where left out. */
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Further headers: credentials, a content type, a signature. */
  headers?: Readonly<Record<string, string>>
  body?: string | Uint8Array
  /** Takes the body of a 200 as it comes, so that it is never whole in memory; the answer's own is then empty. */
  receive?: (body: Readable) => Promise<void>
}

export type SafeFetchOptions = FetchLimits & {
  /** The operator's switch: private addresses, plain `http:` and any port. Never set from a shop's settings. */
  allowPrivate: boolean
}

export type SafeResponse = { status: number; headers: Headers; body: Uint8Array }

type Address = { address: string; family: number }

/** All addresses of a host name; rejects or answers an empty list when there is none. */
export type ResolveHost = (hostname: string) => Promise<Address[]>

/** What services are handed: {@link safeFetch} with the operator's switch already set, or a test's own. */
export type SafeFetch = (url: string, limits: FetchLimits) => Promise<Result<SafeResponse, SafeFetchError>>

const resolveBySystem: ResolveHost = (hostname) => lookup(hostname, { all: true })

function refusalOf(url: URL, allowPrivate: boolean): SafeFetchError | null {
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && allowPrivate)) return 'scheme_refused'
  if (url.username || url.password) return 'userinfo_refused'
  // The URL parser drops the scheme's own port, so what is left here is another one.
  if (url.port && !allowPrivate) return 'port_refused'
  return null
}

async function addressesOf(hostname: string, resolve: ResolveHost): Promise<Address[]> {
  const family = isIP(hostname)
  if (family) return [{ address: hostname, family }]
  try {
    return await resolve(hostname)
  } catch {
    return []
  }
}

/** Hands the checked addresses to the socket, so that no second look-up can answer differently (DNS rebinding). */
const pinned =
  (addresses: Address[], first: Address): LookupFunction =>
  (_hostname, options, callback) =>
    options.all ? callback(null, addresses) : callback(null, first.address, first.family)

const EMPTY = new Uint8Array()

function headersOf({ headersDistinct }: http.IncomingMessage): Headers {
  const named = Object.entries(headersDistinct)
  return new Headers(
    named.flatMap(([name, values]) => (values ?? []).map((value): [string, string] => [name, value])),
  )
}

/** What went wrong on the way; what goes wrong at the receiver's is thrown. */
async function handOver(
  incoming: http.IncomingMessage,
  maxBytes: number,
  receive: (body: Readable) => Promise<void>,
): Promise<SafeFetchError | null> {
  let wrong: SafeFetchError | null = null
  async function* counted() {
    let size = 0
    try {
      for await (const chunk of incoming) {
        size += chunk.length
        if (size > maxBytes) {
          wrong = 'too_large'
          throw new Error('the answer is too large')
        }
        yield chunk
      }
    } catch (error) {
      wrong ??= 'connection_failed'
      throw error
    }
  }
  try {
    await receive(Readable.from(counted(), { objectMode: false }))
  } catch (error) {
    if (!wrong) throw error
  }
  return wrong
}

function request(
  url: URL,
  lookupPinned: LookupFunction,
  { maxBytes, accept, method = 'GET', headers: more, body, receive }: SafeFetchOptions,
  signal: AbortSignal,
): Promise<Result<SafeResponse, SafeFetchError>> {
  return new Promise((settle, reject) => {
    const send = url.protocol === 'https:' ? https.request : http.request
    const headers = {
      'accept-encoding': 'identity',
      ...more,
      accept,
      'user-agent': 'Doorstep',
      ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }),
    }
    const outgoing = send(
      url,
      { method, headers, lookup: lookupPinned, agent: false, signal },
      (incoming) => {
        const finish = (result: Result<SafeResponse, SafeFetchError>) => {
          settle(result)
          if (!result.ok) outgoing.destroy()
        }
        const status = incoming.statusCode ?? 0
        // 304 answers a condition, and leads nowhere.
        if (status >= 300 && status < 400 && status !== 304) return finish(fail('redirect_refused'))
        if (Number(incoming.headers['content-length'] ?? 0) > maxBytes) return finish(fail('too_large'))
        if (receive && status === 200) {
          handOver(incoming, maxBytes, receive)
            .then((error) =>
              finish(error ? fail(error) : ok({ status, headers: headersOf(incoming), body: EMPTY })),
            )
            .catch(reject)
          return
        }
        const chunks: Buffer[] = []
        let size = 0
        incoming.on('data', (chunk: Buffer) => {
          size += chunk.length
          if (size > maxBytes) return finish(fail('too_large'))
          chunks.push(chunk)
        })
        incoming.on('error', () => finish(fail('connection_failed')))
        incoming.on('end', () => {
          finish(ok({ status, headers: headersOf(incoming), body: Buffer.concat(chunks) }))
        })
      },
    )
    outgoing.on('error', () => settle(fail(signal.aborted ? 'timeout' : 'connection_failed')))
    outgoing.end(body)
  })
}

/**
 * Asks a URL that a merchant or a vendor named, without letting it reach the operator's own network (SSRF).
 * The name is resolved once, every address is checked, and the socket is opened to a checked one, with the URL's own
 * name in `Host` and in the TLS handshake. Redirects are errors. A status of 400 or more is an answer, not an error.
 */
export async function safeFetch(
  text: string,
  options: SafeFetchOptions,
  resolve: ResolveHost = resolveBySystem,
): Promise<Result<SafeResponse, SafeFetchError>> {
  if (!URL.canParse(text)) return fail('url_invalid')
  const url = new URL(text)
  const refusal = refusalOf(url, options.allowPrivate)
  if (refusal) return fail(refusal)

  const controller = new AbortController()
  const late = new Promise<Result<SafeResponse, SafeFetchError>>((settle) => {
    controller.signal.addEventListener('abort', () => settle(fail('timeout')))
  })
  const timer = setTimeout(() => controller.abort(), options.timeoutMs)

  const attempt = async (): Promise<Result<SafeResponse, SafeFetchError>> => {
    // The URL parser has already turned decimal, octal and hexadecimal forms into dotted ones.
    const addresses = await addressesOf(url.hostname.replace(/^\[|\]$/g, ''), resolve)
    const [first] = addresses
    if (!first) return fail('name_unresolved')
    if (!options.allowPrivate && !addresses.every(({ address }) => isPublicAddress(address)))
      return fail('address_refused')
    return request(url, pinned(addresses, first), options, controller.signal)
  }

  try {
    return await Promise.race([attempt(), late])
  } finally {
    clearTimeout(timer)
    controller.abort()
  }
}
