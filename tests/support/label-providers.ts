import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Listening, listen } from './listen'

export type Asked = {
  method: string
  url: string
  headers: IncomingMessage['headers']
  body: unknown
}

/** An answer of a provider; `never` keeps the line open. */
export type Answer = {
  status?: number
  json?: unknown
  raw?: Uint8Array | string
  headers?: Record<string, string>
  never?: true
}

/** A provider on a port of our own: answers by method and path, each path's answers in their order, the last one for ever. */
export type FakeProvider = Listening & {
  asked: Asked[]
  on: (route: string, ...answers: Answer[]) => void
  reset: () => void
}

const read = async (request: IncomingMessage): Promise<unknown> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const text = Buffer.concat(chunks).toString('utf8')
  return text ? JSON.parse(text) : null
}

function send(response: ServerResponse, { status = 200, json, raw, headers = {}, never }: Answer): void {
  if (never) return
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(raw ?? JSON.stringify(json ?? null))
}

export async function fakeProvider(): Promise<FakeProvider> {
  const asked: Asked[] = []
  const routes = new Map<string, Answer[]>()
  const server = await listen(async (request, response) => {
    const { method = 'GET', url = '/', headers } = request
    asked.push({ method, url, headers, body: await read(request) })
    const answers = routes.get(`${method} ${url}`) ?? routes.get(`${method} ${url.split('?')[0]}`)
    const answer = answers && answers.length > 1 ? answers.shift() : answers?.[0]
    send(response, answer ?? { status: 404, json: { error: { message: `nothing at ${method} ${url}` } } })
  })
  return {
    ...server,
    asked,
    on: (route, ...answers) => {
      routes.set(route, answers)
    },
    reset: () => {
      asked.length = 0
      routes.clear()
    },
  }
}
