import { createServer } from 'node:http'

/** What to answer every request with, `body` in base64. */
export type BareJob = { headers: Record<string, string>; body: string }

process.on('message', ({ headers, body }: BareJob) => {
  const bytes = Buffer.from(body, 'base64')
  const sent = { ...headers, 'content-length': bytes.byteLength }
  const server = createServer((_, response) => {
    response.writeHead(200, sent)
    response.end(bytes)
  })
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    if (typeof address === 'object') process.send?.({ ok: true, result: address?.port })
  })
})
process.on('disconnect', () => process.exit(0))
