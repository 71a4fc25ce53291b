import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { answerWebhook } from '@/app/_server/answer-webhook'
import { failure } from '@/app/_server/failure'
import { health } from '@/app/_server/health'
import { problem } from '@/app/_server/problem'
import type { ErrorCode } from '@/lib/core/error-codes'
import type { Context } from '@/lib/services/context'
import { type Accepted, WEBHOOK_LIMIT_BYTES } from '@/lib/services/ingest-webhook'
import { readBody } from '../http/read-body'

type Work = NonNullable<Accepted['work']>

const WEBHOOK = /^\/api\/webhooks\/([^/]+)\/([^/]+)$/

/** A sender that goes on after its answer is given a moment to read it. */
const LINGER_MS = 1_000

const headersOf = (request: IncomingMessage): Headers => {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers))
    if (typeof value === 'string') headers.set(name, value)
    else for (const one of value ?? []) headers.append(name, one)
  return headers
}

async function send(request: IncomingMessage, response: ServerResponse, answer: Response): Promise<void> {
  const body = Buffer.from(await answer.arrayBuffer())
  response.writeHead(answer.status, {
    ...Object.fromEntries(answer.headers),
    'content-length': body.byteLength,
  })
  response.once('finish', () => {
    if (!request.complete) setTimeout(() => request.complete || request.destroy(), LINGER_MS).unref()
  })
  response.end(body)
}

const only = (method: string, code: ErrorCode = 'method_not_allowed') =>
  problem(code, { headers: { allow: method } })

/** Webhooks and the health check, nothing else; `hand` gets what is to be processed once the answer is out. */
export function ingestListener(
  getContext: () => Promise<Context>,
  hand: (work: Work) => void,
): RequestListener {
  const answer = async (request: IncomingMessage): Promise<{ response: Response; work: Work | null }> => {
    const path = (request.url ?? '').split('?', 1)[0] ?? ''
    const just = (response: Response) => ({ response, work: null })
    if (path === '/api/health') return just(request.method === 'GET' ? await health(getContext) : only('GET'))
    const [, provider, endpointId] = WEBHOOK.exec(path) ?? []
    if (!provider || !endpointId) return just(problem('not_found'))
    if (request.method !== 'POST') return just(only('POST'))
    const body = await readBody(request, WEBHOOK_LIMIT_BYTES)
    return answerWebhook(getContext, { provider, endpointId, headers: headersOf(request), body })
  }
  return async (request, response) => {
    try {
      const { response: answered, work } = await answer(request)
      await send(request, response, answered)
      if (work) hand(work)
    } catch (error) {
      await send(request, response, failure(error, request.method ?? ''))
    }
  }
}
