import type { IncomingMessage } from 'node:http'
import { HOST_HEADER, OURS_HEADER } from '@/app/_server/host-header'
import { PEER_HEADER } from '@/app/_server/peer-address'
import { env } from '@/lib/env'
import { isOurHost, readHost } from '@/lib/shops/host'

/** Headers between the server's own parts: from outside they would be forged. */
const INTERNAL = ['x-middleware-subrequest', 'x-middleware-subrequest-id', HOST_HEADER, OURS_HEADER]

/** For our own host, and no redirect to a path without its last slash is due. */
function needsNoProxy({ url = '/', headers }: IncomingMessage): boolean {
  const host = readHost(headers.host ?? null)
  const [path = '/'] = url.split('?')
  return host !== null && isOurHost(host, env().url) && (path === '/' || !path.endsWith('/'))
}

/**
 * Leaves a request with the headers a client may send, and says who sent it: the framework writes an address into
 * X-Forwarded-For only where the client left that header out.
 */
export function ownHeaders(request: IncomingMessage): void {
  for (const name of INTERNAL) delete request.headers[name]
  request.headers[PEER_HEADER] = request.socket.remoteAddress ?? ''
  if (needsNoProxy(request)) request.headers[OURS_HEADER] = '1'
}
