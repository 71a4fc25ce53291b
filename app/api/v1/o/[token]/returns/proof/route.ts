import { peerAddress } from '@/app/_server/peer-address'
import { problem } from '@/app/_server/problem'
import { readJson } from '@/app/_server/read-json'
import { PRIVATE_HEADERS, shopOfToken, type TokenParams } from '@/app/_server/returns/act-on-order'
import { shopperHandler } from '@/app/_server/shopper-handler'
import { proofSchema } from '@/lib/api/schemas/return-action-schema'
import { env } from '@/lib/env'
import { proveEmail } from '@/lib/services/returns/prove-email'

const handlers = shopperHandler<TokenParams>(shopOfToken, {
  POST: async ({ context, shop, request, params: { token } }) => {
    const body = await readJson(request, proofSchema)
    if (!body.ok) return body.error
    const peer = peerAddress(request.headers, env().trustedProxies)
    const proven = shop && (await proveEmail(context, shop, token, body.value.email, peer))
    if (!proven) return problem('not_found', { headers: PRIVATE_HEADERS })
    if (proven.ok) return Response.json({ token: proven.value.token }, { headers: PRIVATE_HEADERS })
    const { error } = proven
    if (error.code === 'unknown_order') return problem('not_found', { headers: PRIVATE_HEADERS })
    if (error.code === 'too_many_attempts')
      return problem('too_many_attempts', {
        headers: { ...PRIVATE_HEADERS, 'retry-after': String(error.retryAfterSeconds) },
      })
    return problem('invalid_body', {
      errors: [{ pointer: '/email', code: 'no_match', detail: 'is not the order’s address' }],
      headers: PRIVATE_HEADERS,
    })
  },
})

export const POST = handlers.POST
export const OPTIONS = handlers.OPTIONS
