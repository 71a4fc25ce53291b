import { parseIdempotencyKey } from '@/lib/api/idempotency'
import type { ShopId } from '@/lib/core/ids'
import { sha256 } from '@/lib/core/keyring'
import type { Context } from '@/lib/services/context'
import { answerOnce, type KeptAnswer } from '@/lib/services/idempotency'
import { problem } from './problem'
import { readBody } from './read-body'
import { LIMIT_BYTES } from './read-json'

const keep = async (response: Response): Promise<KeptAnswer> => ({
  status: response.status,
  headers: [...response.headers],
  body: await response.text(),
})

const restore = ({ status, headers, body }: KeptAnswer): Response =>
  new Response(body === '' ? null : body, { status, headers })

/** Runs a POST once for each `Idempotency-Key`; without one, as often as it comes. */
export async function repeatable(
  context: Context,
  shopId: ShopId,
  request: Request,
  run: (request: Request) => Promise<Response>,
  limitBytes = LIMIT_BYTES,
): Promise<Response> {
  const header = request.headers.get('idempotency-key')
  if (header === null || request.method !== 'POST') return run(request)
  const key = parseIdempotencyKey(header)
  if (key === null) return problem('invalid_idempotency_key')
  const body = await readBody(request, limitBytes)
  if (!body) return problem('too_large', { detail: `At most ${limitBytes} bytes.` })
  const { method, headers, url } = request
  const again = new Request(url, { method, headers, body: new Uint8Array(body) })
  const answered = await answerOnce(
    context,
    shopId,
    { route: `${method} ${new URL(url).pathname}`, key, bodyHash: sha256(body) },
    async () => keep(await run(again)),
  )
  if (!answered.ok) return problem(answered.error.code)
  const response = restore(answered.value.answer)
  if (answered.value.replayed) response.headers.set('idempotency-replayed', 'true')
  return response
}
