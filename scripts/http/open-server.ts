import { createServer, type RequestListener, type Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { ServerError } from './server-error'

/** Slow senders are cut off: headers within ten seconds, the whole request within two and a half minutes. */
const LIMITS = {
  headersTimeout: 10_000,
  // Five photos from a phone at the door: 32 MiB at two megabits a second.
  requestTimeout: 150_000,
  connectionsCheckingInterval: 2_000,
  // Longer than load balancers keep an idle connection, so that they never write into one that is closing.
  keepAliveTimeout: 75_000,
} as const

/** Both ways to this machine: which of them a name means differs from client to client. */
const LOOPBACK = ['127.0.0.1', '::1']

const MISSING_FAMILY: ReadonlySet<string> = new Set(['EADDRNOTAVAIL', 'EAFNOSUPPORT'])

const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is taken by another program: choose another PORT, or end that program',
  EACCES: 'is not for this user: choose a PORT from 1024 up',
  ENOTFOUND: 'is no address of this machine: check HOSTNAME',
  EADDRNOTAVAIL: 'is no address of this machine: check HOSTNAME',
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

export type OpenServer = {
  servers: readonly Server[]
  /** Where a browser finds it. */
  url: string
  /** Refuses new connections, lets requests finish, and cuts off what is left after `graceMs`. */
  close: (graceMs: number) => Promise<void>
}

/** Listens on an address (`localhost`: on both of its kinds) with limits against slow senders; throws a {@link ServerError}. */
export async function openServer(
  hostname: string,
  port: number,
  listener: RequestListener,
): Promise<OpenServer> {
  const hosts = hostname === 'localhost' ? LOOPBACK : [hostname]
  const sockets = new Set<Duplex>()
  const servers: Server[] = []
  for (const host of hosts) {
    const server = createServer(LIMITS, listener)
    server.on('connection', (socket) => {
      sockets.add(socket)
      socket.once('close', () => sockets.delete(socket))
    })
    const failed = await listen(server, host, port)
    if (!failed) servers.push(server)
    else if (servers.length === 0 || !MISSING_FAMILY.has(failed)) {
      for (const open of servers) open.close()
      throw new ServerError(`${host}:${port} ${REASONS[failed] ?? `can't be listened on (${failed})`}.`)
    }
  }
  return {
    servers,
    url: `http://${hostname.includes(':') ? `[${hostname}]` : hostname}:${port}`,
    close: (graceMs) => close(servers, sockets, graceMs),
  }
}

const listen = (server: Server, host: string, port: number) =>
  new Promise<string | null>((resolve) => {
    server.once('error', (error) => resolve(codeOf(error) || error.message))
    server.listen(port, host, () => resolve(null))
  })

async function close(
  servers: readonly Server[],
  sockets: ReadonlySet<Duplex>,
  graceMs: number,
): Promise<void> {
  const closed = Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
  // A connection that was busy when the server closed is kept alive after its answer, for nobody.
  const idle = setInterval(() => {
    for (const server of servers) server.closeIdleConnections()
  }, 50)
  const cut = setTimeout(() => {
    for (const socket of sockets) socket.destroy()
  }, graceMs)
  await closed
  clearInterval(idle)
  clearTimeout(cut)
}
