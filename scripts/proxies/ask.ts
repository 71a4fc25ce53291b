import { request } from 'node:https'

export type Answer = { status: number; headers: Headers; text: string }

export type Question = {
  method?: string
  headers?: Record<string, string>
  body?: string | Uint8Array
  /** The loopback address that the client has. */
  from?: string
}

export type Ask = (url: string, question?: Question) => Promise<Answer>

/** Asks the proxy on a loopback port for a URL, as if its host's name led there; certificates are the check's own. */
export const askAt =
  (port: number): Ask =>
  (url, { method = 'GET', headers = {}, body, from } = {}) =>
    new Promise((resolve, reject) => {
      const { host, hostname, pathname, search } = new URL(url)
      const outgoing = request(
        {
          host: '127.0.0.1',
          port,
          servername: hostname,
          rejectUnauthorized: false,
          agent: false,
          method,
          path: `${pathname}${search}`,
          headers: { host, ...headers },
          timeout: 20_000,
          ...(from && { localAddress: from }),
        },
        (incoming) => {
          const chunks: Buffer[] = []
          incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
          incoming.on('error', reject)
          incoming.on('end', () => {
            const list = Object.entries(incoming.headersDistinct).flatMap(([name, values]) =>
              (values ?? []).map((value): [string, string] => [name, value]),
            )
            resolve({
              status: incoming.statusCode ?? 0,
              headers: new Headers(list),
              text: Buffer.concat(chunks).toString('utf8'),
            })
          })
        },
      )
      outgoing.on('error', reject)
      outgoing.on('timeout', () => outgoing.destroy(new Error('no answer')))
      outgoing.end(body)
    })
