export type RequestParts = { method?: string; path: string; headers?: Record<string, string>; body?: string }

/** A request as it stands on the wire. */
export function requestText({ method = 'GET', path, headers = {}, body = '' }: RequestParts): string {
  const all = {
    host: 'localhost',
    ...headers,
    ...(body && { 'content-length': String(Buffer.byteLength(body)) }),
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  return `${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`
}
